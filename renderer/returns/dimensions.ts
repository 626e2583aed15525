export { dimensionNames } from '#shared/returns/dimensions.ts';

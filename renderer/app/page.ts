import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export type Page = LazyExoticComponent<ComponentType>;

/** A place of the application and the page that stands there. */
export type PageRoute = readonly [path: string, page: Page];

/** One page of a feature, loaded when it is first opened. */
export const page = <M extends Record<K, ComponentType>, K extends string>(
  load: () => Promise<M>,
  name: K,
): Page => lazy(async () => ({ default: (await load())[name] }));

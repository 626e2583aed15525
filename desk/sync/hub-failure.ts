import type { Failure } from '#shared/errors.ts';
import type { TransportFailure } from './port.ts';

/** What somebody is told where the hub did not do what it was asked. */
export const hubFailure = (why: TransportFailure): Failure => {
  if (why.tag === 'notAHub' || why.tag === 'badCertificate') return { tag: 'notAHub' };
  if (why.tag !== 'refused') return { tag: 'hubUnreachable' };
  switch (why.refused) {
    case 'notAllowed':
      return { tag: 'notAllowed' };
    case 'notFound':
      return { tag: 'notFound', what: 'person or laptop' };
    case 'revoked':
    case 'notJoined':
      return { tag: 'hubRefused' };
    case 'badInvitation':
      return { tag: 'badInvitation' };
    case 'otherPerson':
      return { tag: 'otherPerson' };
    case 'foreignOffice':
      return { tag: 'foreignOffice' };
    case 'tooOld':
      return { tag: 'tooOld' };
    case 'badRequest':
      return { tag: 'invalid', problems: [{ path: '', text: 'The office cannot do this as it was asked.' }] };
    default:
      return { tag: 'hubUnreachable' };
  }
};

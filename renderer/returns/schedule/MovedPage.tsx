import { type ReactNode, useEffect } from 'react';
import { useParams } from 'wouter';
import { go } from '#renderer/app/place.ts';
import { namedAddress, prepareAddress } from '../addresses.ts';

/** What is published of complaint reviews stood among the reviews once: old links lead on to the return. */
export function MovedPage(): ReactNode {
  const { period } = useParams<{ period?: string }>();
  useEffect(
    () => go(period ? prepareAddress('reviews', period) : namedAddress('reviews'), { replace: true }),
    [period],
  );
  return null;
}

import { noticesOf } from '../../scripts/notices.ts';
import type { Site } from './site.ts';

/** The cursor from which a subscription tells of everything in the log. */
export const BEGINNING = Buffer.from(JSON.stringify([0, 0, 0])).toString('base64url');

/** Notices until there are `count` of them, or the stream ends. */
export const notices = async (
  site: Pick<Site, 'url' | 'token'>,
  subject: string,
  query: string,
  variables: Record<string, unknown>,
  count: number,
  // biome-ignore lint/suspicious/noExplicitAny: notices of every shape
): Promise<any[]> => {
  const found = [];
  for await (const notice of noticesOf(site, subject, query, variables)) {
    found.push(notice);
    if (found.length >= count) break;
  }
  return found;
};

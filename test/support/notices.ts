import type { Site } from './site.ts';

/** The cursor from which a subscription tells of everything in the log. */
export const BEGINNING = Buffer.from(JSON.stringify([0, 0, 0])).toString('base64url');

/** Notices of a subscription over SSE, as they come; it ends with the stream. */
export async function* noticesOf(
  site: Pick<Site, 'url' | 'token'>,
  subject: string,
  query: string,
  variables: Record<string, unknown>,
  // biome-ignore lint/suspicious/noExplicitAny: notices of every shape
): AsyncGenerator<any> {
  const end = new AbortController();
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    signal: end.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${await site.token(subject)}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  let text = '';
  try {
    for await (const piece of response.body ?? []) {
      text += new TextDecoder().decode(piece);
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: {'));
        if (data) yield JSON.parse(data.slice(6));
      }
    }
  } finally {
    end.abort();
  }
}

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

/** Where the API is, and as whom one asks. */
export interface Followed {
  readonly url: string;
  token(subject: string): Promise<string>;
}

interface Ends {
  /**
   * Called once the server has begun to answer, so that whatever happens from then on is told.
   */
  readonly opened?: () => void;
  /** Ends it, whoever waits for a notice. */
  readonly signal?: AbortSignal;
}

/** Notices of a subscription over SSE, as they come; it ends with the stream. */
export async function* noticesOf(
  site: Followed,
  subject: string,
  query: string,
  variables: Record<string, unknown>,
  { opened, signal }: Ends = {},
  // biome-ignore lint/suspicious/noExplicitAny: notices of every shape
): AsyncGenerator<any> {
  const end = new AbortController();
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    signal: signal ? AbortSignal.any([signal, end.signal]) : end.signal,
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
      opened?.();
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

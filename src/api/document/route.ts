import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { uuidSchema } from '../../domain/ids.ts';
import type { Allowance } from '../account.ts';
import type { Verified } from '../auth.ts';
import type { BoundedServer } from '../bounded-server.ts';
import { whenOver } from '../connections.ts';
import type { ApiApp, ApiContext } from '../context.ts';
import { DOWNLOADS, type Download, type DownloadedFile } from '../download.ts';
import { apiError } from '../errors.ts';
import { Making, NOT_THERE } from './making.ts';

/** What the route needs of the server. */
export interface Serving extends Pick<BoundedServer, 'accounts' | 'tokenOf' | 'admit'> {
  readonly app: ApiApp;
  readonly schema: GraphQLSchema;
  readonly downloads: readonly Download[];
  readonly built: () => boolean;
  /** Who asks, as they stand now (rule 47). */
  readonly contextOf: (request: FastifyRequest, token: Verified) => Promise<ApiContext>;
}

const NOTHING_UNDER_WAY = {
  en: 'No file is being made for you.',
  ja: '作成中のファイルはありません。ダウンロードを始めてください。',
};

/**
 * GET /documents/<kind>/<id> with the bearer token: the file under the rights of the API; 404 for
 * what may not be seen. What is refused is refused before the first byte; what fails after it
 * breaks the connection off, so that nobody takes a part for the whole. One at a time of a subject
 * (rule 49), and meanwhile GET /documents/progress says how far it is, as `{"percent": 40}`.
 * Nothing is kept of a file: it is opened for this one answer (rule 42), and whoever goes away
 * ends it.
 */
export const serveDownloads = (server: FastifyInstance, serving: Serving): void => {
  const { accounts, downloads } = serving;
  const makings = new Map<string, Making>();

  server.get('/documents/progress', { exposeHeadRoute: false }, async (request) => {
    const making = makings.get((await tokenNeeded(request, serving)).subject);
    if (!making) throw apiError('NOT_FOUND', NOTHING_UNDER_WAY);
    return { percent: Math.floor(making.share * 100) };
  });

  server.route<{ Params: { kind: string; id: string }; Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: DOWNLOADS,
    exposeHeadRoute: false,
    preParsing: serving.admit,
    handler: async (request, reply) => {
      const token = await tokenNeeded(request, serving);
      const { kind, id } = request.params;
      const account = accounts.ofSubject(token.subject);
      const contextNow = contextsOf(request, reply, token, serving);
      await contextNow();
      const download = downloads.find((one) => one.kind === kind);
      if (!download || !uuidSchema.safeParse(id).success) throw apiError('NOT_FOUND', NOT_THERE);
      const { turn, end } = account.beginDownload();
      // Until it has been read: so a subject has no more than one in memory.
      whenOver(reply, end);
      await turn;
      const making = new Making({ app: serving.app, schema: serving.schema, account, contextNow });
      makings.set(token.subject, making);
      try {
        const file = await fileOf(download, { id, query: request.query }, making);
        if (!file) throw apiError('NOT_FOUND', NOT_THERE);
        boundReader(request, reply, account.allowance);
        await sendFile(file, reply);
        return reply;
      } finally {
        // One that was given up may end when the next has begun.
        if (makings.get(token.subject) === making) makings.delete(token.subject);
      }
    },
  });
};

/** Sends a file, and waits until all of it is made and taken, or broken off. */
const sendFile = async ({ content, ...file }: DownloadedFile, reply: FastifyReply): Promise<void> => {
  if (!(content instanceof Readable)) {
    reply.headers(headersOf(file)).send(content);
    return;
  }
  // With the first piece; throws what it is refused for.
  await once(content, 'readable');
  reply.headers(headersOf(file)).send(content);
  // What fails from now on is fastify's: it breaks the connection off and logs why.
  await finished(content).catch(() => {});
};

/** A whole file takes no longer to be read. */
const MOST_READING_MILLISECONDS = 15 * 60_000;

/** Whoever takes nothing of what is sent for long, or reads for too long, is cut off (rule 49). */
const boundReader = (request: FastifyRequest, reply: FastifyReply, { millisecondsToTake }: Allowance): void => {
  const { socket } = request.raw;
  // The same silence where nothing is made yet is none of the reader's.
  reply.raw.setTimeout(millisecondsToTake, () => {
    if (socket.writableLength > 0) socket.destroy();
  });
  const most = setTimeout(() => socket.destroy(), MOST_READING_MILLISECONDS).unref();
  whenOver(reply, () => clearTimeout(most));
};

const tokenNeeded = async (request: FastifyRequest, { built, tokenOf }: Serving): Promise<Verified> => {
  if (!built()) throw apiError('UNAVAILABLE', 'The read model is being built.');
  const token = await tokenOf(request);
  if (token === null) throw apiError('UNAUTHENTICATED', 'A valid bearer token is needed.');
  return token;
};

/** Who asks, as they stand whenever it is called. Throws once they may ask no more, or are gone. */
const contextsOf =
  (request: FastifyRequest, reply: FastifyReply, token: Verified, { contextOf }: Serving) =>
  async (): Promise<ApiContext> => {
    if (reply.raw.destroyed) throw apiError('UNAVAILABLE', 'Nobody waits for it any more.');
    if (Date.now() >= token.validUntil) throw apiError('UNAUTHENTICATED', 'The token has expired.');
    const context = await contextOf(request, token);
    if (context.viewer === null) throw apiError('FORBIDDEN', 'This subject has no role.');
    return context;
  };

const fileOf = async (
  download: Download,
  asked: Parameters<Extract<Download, { make: unknown }>['make']>[0],
  making: Making,
): Promise<DownloadedFile | null> =>
  'make' in download ? download.make(asked, making) : making.inTurn(async (context) => download.find(asked, context));

/** Without quotes, and whatever else would end the header; the whole name stands beside it. */
const plainName = (name: string): string => name.replace(/[^\w.-]/g, '_');

/** No cache keeps it. */
const headersOf = ({ name, contentType }: Omit<DownloadedFile, 'content'>): Record<string, string> => ({
  'content-type': contentType,
  'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'no-store',
});

import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { uuidSchema } from '../domain/ids.ts';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';
import type { Soon } from './soon.ts';

/** A file as it is sent. */
export interface DownloadedFile {
  /** As it is saved: names nobody, as it stands in folders of others. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer | string | Readable;
}

/** What is asked of an address: its id, and what stands behind the question mark. */
export interface DownloadAsked {
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * One kind of file, at `/documents/<kind>/<id>`: with a bearer token, and the rights of who asks.
 */
export interface Download {
  /** In the address, in lower case. */
  readonly kind: string;
  /** The file; null where there is none, or the viewer may not have it: both are NOT_FOUND. */
  readonly find: (asked: DownloadAsked, context: ApiContext) => Soon<DownloadedFile | null>;
}

/** Where all of them lie, as fastify takes it. */
export const DOWNLOADS = '/documents/:kind/:id';

/** Without quotes, and whatever else would end the header; the whole name stands beside it. */
const plainName = (name: string): string => name.replace(/[^\w.-]/g, '_');

/**
 * Sends the file that an address names, whole or piece by piece; no cache keeps it. Throws
 * UNAUTHENTICATED, FORBIDDEN without a role, NOT_FOUND.
 */
export const answerDownload = async (
  downloads: readonly Download[],
  { kind, ...asked }: DownloadAsked & { readonly kind: string },
  context: ApiContext,
  reply: FastifyReply,
): Promise<void> => {
  if (context.validUntil === null) throw apiError('UNAUTHENTICATED', 'A valid bearer token is needed.');
  if (!context.viewer) throw apiError('FORBIDDEN', 'This subject has no role.');
  const download = downloads.find((one) => one.kind === kind);
  const file = uuidSchema.safeParse(asked.id).success ? await download?.find(asked, context) : null;
  if (!file) throw apiError('NOT_FOUND', 'There is no such file, or it is not for you to see.');
  const { name, contentType, content } = file;
  reply.headers({
    'content-type': contentType,
    'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  });
  reply.send(content);
};

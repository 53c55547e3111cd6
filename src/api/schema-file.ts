import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from './paging.ts';

/** `schema.graphql`: the contract as far as it is built, printed by `npm run generate`. */
const SCHEMA_FILE = new URL('schema.graphql', new URL('../../', import.meta.url));
/** So long a client need not ask again; then its ETag spares it the text. */
const KEPT_SECONDS = 300;

/** Read and pressed once, where it is first asked for: every answer sends the same bytes. */
const schemaFile = once(() => {
  const text = readFileSync(SCHEMA_FILE);
  return {
    text,
    pressed: gzipSync(text, { level: 9 }),
    tag: `W/"${createHash('sha256').update(text).digest('base64url')}"`,
  };
});

/** Answers the printed schema, to anybody; 304 to whoever has it already. */
export const answerSchema = ({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { text, pressed, tag } = schemaFile();
  reply.headers({ 'cache-control': `public, max-age=${KEPT_SECONDS}`, etag: tag, vary: 'accept-encoding' });
  const known = headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  if (known.includes(tag) || known.includes('*')) return reply.code(304).send();
  reply.header('content-type', 'application/graphql; charset=utf-8');
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers['accept-encoding'] ?? ''))
    ? reply.header('content-encoding', 'gzip').send(pressed)
    : reply.send(text);
};

import { type Server, STATUS_CODES } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply } from 'fastify';

/** Open connections of one address; in development one machine plays everybody. */
export const CONNECTIONS_OF_ADDRESS = { production: 200, development: 4_000 };
/** Open connections altogether. */
const MOST_CONNECTIONS = 4_000;

/**
 * How long what arrives may take (rule 49), in milliseconds: a request's head; the whole request;
 * a connection on which nothing moves, also while an answer is not read. Checked every few seconds.
 */
export const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
};

/** An address as it is counted: of IPv6 the network that one customer is given. */
export const addressOf = (ip: string): string => (isIP(ip) === 0 ? ip : normalizeIP(ip));

/**
 * Closes at once what one address opens beyond `most` connections. Not counted are trusted
 * proxies, from whose one address many people come.
 */
export const limitConnections = (server: Server, most: number, trustedProxies: readonly string[]): void => {
  const trusted = new BlockList();
  for (const range of trustedProxies) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  server.maxConnections = MOST_CONNECTIONS;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const ip = socket.remoteAddress ?? '';
    if (isIP(ip) !== 0 && trusted.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')) return;
    const address = addressOf(ip);
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > most) socket.destroy();
  });
};

/** Calls back once an answer has been read to its end or given up, which may be so already. */
export const whenOver = ({ raw }: FastifyReply, done: () => void): void => {
  if (raw.destroyed) done();
  else raw.once('close', done);
};

const STATUS_OF_UNREAD: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/**
 * Refuses what cannot be read as HTTP by its status alone: whether an answer may have a body hangs
 * on the method, which is not known.
 */
export const refuseUnread = ({ code }: { readonly code: string }, socket: Socket): void => {
  const status = STATUS_OF_UNREAD[code] ?? 400;
  if (code !== 'ECONNRESET' && socket.writable)
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroy();
};

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type SettlementEvent, type StatementLine, statementLineSchema } from './events.ts';

type Issued = Extract<SettlementEvent, { type: 'StatementIssued' }>['data'];

/** A line is flat: with its fields in this order, its JSON is canonical. */
const LINE_FIELDS = Object.keys(statementLineSchema.shape).sort();

/**
 * SHA-256 over the canonical JSON (RFC 8785) of StatementIssued without the hash and of its lines
 * (rule 34). Hex.
 */
export const contentHashOf = (issued: Omit<Issued, 'contentHash'>, lines: readonly StatementLine[]): string =>
  createHash('sha256')
    .update(`{"issued":${canonicalize(issued)},"lines":${JSON.stringify(lines, LINE_FIELDS)}}`)
    .digest('hex');

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SettlementEvent, StatementLine } from './events.ts';

type Issued = Extract<SettlementEvent, { type: 'StatementIssued' }>['data'];

/**
 * SHA-256 over the canonical JSON (RFC 8785) of StatementIssued without the hash and of its lines
 * (rule 34). Hex.
 */
export const contentHashOf = (issued: Omit<Issued, 'contentHash'>, lines: readonly StatementLine[]): string =>
  createHash('sha256')
    .update(canonicalize({ issued, lines }) ?? '')
    .digest('hex');

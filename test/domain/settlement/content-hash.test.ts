import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import t from 'tap';
import { contentHashOf } from '../../../src/domain/settlement/content-hash.ts';
import type { SettlementEvent } from '../../../src/domain/settlement/events.ts';
import { carriedLine, hashOf, JUNE, lineId, pricedVisit, visitLine } from './example-settlement.ts';

const contentOf = ([issued, listed]: readonly SettlementEvent[]) => {
  if (issued?.type !== 'StatementIssued' || listed?.type !== 'StatementLinesListed') throw new Error('no statement');
  const { contentHash: _, ...rest } = issued.data;
  return { issued: rest, lines: listed.data.lines };
};

t.test('rule 34: the hash of June’s statement is the SHA-256 that any tool makes of its canonical JSON', async (t) => {
  t.equal(hashOf(JUNE), 'a89c7205edf586d06b8316b72ddd3fac9eee1b5f4c9aef07b36b9d920ee0dd2a');
});

t.test('rule 34: the order of the fields does not matter, every value does', async (t) => {
  const { issued, lines } = contentOf(JUNE);
  const turned = Object.fromEntries(Object.entries(issued).toReversed()) as typeof issued;
  t.equal(contentHashOf(turned, lines), hashOf(JUNE));
  t.not(contentHashOf({ ...issued, totalYen: issued.totalYen + 1 }, lines), hashOf(JUNE));
  t.not(
    contentHashOf(
      issued,
      lines.map((line) => ({ ...line, amountYen: line.amountYen + 1 })),
    ),
    hashOf(JUNE),
  );
  t.not(contentHashOf(issued, [...lines, ...lines]), hashOf(JUNE));
});

t.test('rule 34: lines of every kind are canonical, whatever the order of their fields', async (t) => {
  const { issued } = contentOf(JUNE);
  const cancelled = pricedVisit('one', { kind: 'CANCELLATION', serviceCode: '"\\\u2028é', units: null });
  const lines = [visitLine(cancelled), carriedLine('2026-06-30', -770, null)].flatMap((line, n) => [
    { lineId: lineId(1, n), ...line },
    { ...line, lineId: lineId(2, n) },
  ]);
  const canonical = canonicalize({ issued, lines }) ?? '';
  t.equal(contentHashOf(issued, lines), createHash('sha256').update(canonical).digest('hex'));
});

import type { TermsContent } from '../domain/agreement/events.ts';
import { addDays, type Day, type Instant } from '../domain/calendar.ts';
import { termsIdOf, type Uuid } from '../domain/ids.ts';
import type { Batch } from './batch.ts';
import { type PairFilter, pairsOf } from './pairs.ts';
import type { Projection } from './projection.ts';
import type { ReadModel } from './read-model.ts';
import { rowsOfIds } from './rows.ts';
import { integer, json, optional, table, text } from './table.ts';
import { keepTasksOfTerms } from './tasks.ts';

export interface TermsRow {
  readonly id: Uuid;
  readonly agreementId: Uuid;
  readonly networkId: Uuid;
  readonly partnerOfficeId: Uuid;
  readonly assistOfficeId: Uuid;
  readonly version: number;
  readonly content: TermsContent;
  readonly proposedByOfficeId: Uuid;
  readonly proposedAt: Instant;
  readonly agreedAt: Instant | null;
  readonly agreedBySubject: string | null;
  readonly agreedByOfficeId: Uuid | null;
  readonly declinedAt: Instant | null;
  /** Partner office's key, stream of the agreement, path `note`. */
  readonly sealedDeclineNote: string | null;
  /** Last day: ended, or the day before the next agreed version begins. */
  readonly endsOn: Day | null;
}

export const terms = table<TermsRow, 'agreement' | 'partner' | 'assist'>(
  'terms',
  {
    id: text(),
    agreementId: text(),
    networkId: text(),
    partnerOfficeId: text(),
    assistOfficeId: text(),
    version: integer,
    content: json(),
    proposedByOfficeId: text(),
    proposedAt: text(),
    agreedAt: optional(text()),
    agreedBySubject: optional(text()),
    agreedByOfficeId: optional(text()),
    declinedAt: optional(text()),
    sealedDeclineNote: optional(text()),
    endsOn: optional(text()),
  },
  ['id'],
  {
    agreement: { columns: ['agreementId', 'version'] },
    partner: { columns: ['networkId', 'partnerOfficeId', 'assistOfficeId', 'version'] },
    assist: { columns: ['networkId', 'assistOfficeId'] },
  },
);

/** Every version of every pair's terms. */
export const termsView: Projection = {
  name: 'terms',
  tables: [terms],
  handlers: (batch) => ({
    TermsProposed: ({ streamId, data, occurredAt }) => {
      const { networkId, partnerOfficeId, assistOfficeId, version, content, proposedBy } = data;
      const row: TermsRow = {
        id: termsIdOf(networkId, partnerOfficeId, assistOfficeId, version),
        agreementId: streamId,
        networkId,
        partnerOfficeId,
        assistOfficeId,
        version,
        content,
        proposedByOfficeId: proposedBy,
        proposedAt: occurredAt,
        agreedAt: null,
        agreedBySubject: null,
        agreedByOfficeId: null,
        declinedAt: null,
        sealedDeclineNote: null,
        endsOn: null,
      };
      const earlier = batch.rows(terms).find('agreement', [streamId], { to: version });
      batch.rows(terms).put(row);
      keepTasksOfTerms(batch, earlier, row);
    },
    TermsAgreed: ({ streamId, data: { version }, occurredAt, metadata: { actor } }) => {
      const agreed = changed(batch, streamId, version, {
        agreedAt: occurredAt,
        agreedBySubject: actor.subject,
        agreedByOfficeId: actor.officeId,
      });
      if (!agreed) return;
      const { effectiveFrom } = agreed.content;
      for (const earlier of batch.rows(terms).find('agreement', [streamId], { to: version })) {
        if (earlier.agreedAt !== null && (earlier.endsOn === null || earlier.endsOn >= effectiveFrom))
          batch.rows(terms).put({ ...earlier, endsOn: addDays(effectiveFrom, -1) });
      }
    },
    TermsDeclined: ({ streamId, data: { version, note }, occurredAt }) =>
      changed(batch, streamId, version, { declinedAt: occurredAt, sealedDeclineNote: note }),
    TermsEnded: ({ streamId, data: { version, endsOn } }) => changed(batch, streamId, version, { endsOn }),
  }),
};

/** Changes a version and answers it; undefined where there is none. */
const changed = (
  batch: Batch,
  agreementId: Uuid,
  version: number,
  changes: Partial<TermsRow>,
): TermsRow | undefined => {
  const [before] = batch.rows(terms).find('agreement', [agreementId, version]);
  const row = before && { ...before, ...changes };
  if (!row) return undefined;
  batch.rows(terms).put(row);
  keepTasksOfTerms(batch, [before], row);
  return row;
};

/** Those that there are, in the order of the ids. */
export const termsById = (readModel: ReadModel, ids: readonly Uuid[]): TermsRow[] => rowsOfIds(readModel, terms, ids);

/** By partner and assist office, newest version first. */
const byPair = (a: TermsRow, b: TermsRow): number => {
  if (a.partnerOfficeId !== b.partnerOfficeId) return a.partnerOfficeId < b.partnerOfficeId ? -1 : 1;
  if (a.assistOfficeId !== b.assistOfficeId) return a.assistOfficeId < b.assistOfficeId ? -1 : 1;
  return b.version - a.version;
};

/** All versions of the network's pairs, newest first. `ofOfficeId`: only its own pairs. */
export const termsOfNetwork = (
  readModel: ReadModel,
  { networkId, ...pairs }: PairFilter & { readonly networkId: Uuid },
): TermsRow[] => {
  const rows = readModel.rows(terms);
  return pairsOf(pairs)
    .flatMap(({ partnerOfficeId, assistOfficeId }) => {
      if (partnerOfficeId === null && assistOfficeId !== null) return rows.find('assist', [networkId, assistOfficeId]);
      return rows.find(
        'partner',
        [networkId, partnerOfficeId, assistOfficeId].filter((id) => id !== null),
      );
    })
    .sort(byPair);
};

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { dayOf, type Instant, latest, type Month, toInstant } from '../domain/calendar.ts';
import { client } from '../domain/client/decider.ts';
import { clientRefusal } from '../domain/client/partners.ts';
import type { MonthItem } from '../domain/fees/month-items.ts';
import { planIdOf, streamOf, type Uuid } from '../domain/ids.ts';
import { network } from '../domain/network/decider.ts';
import { hasRoleFrom } from '../domain/network/state.ts';
import { office } from '../domain/office/decider.ts';
import { plan } from '../domain/plan/decider.ts';
import type { CareplanFileKind } from '../domain/plan/events.ts';
import { type ResultRow, resultRowsOf } from '../domain/plan/results.ts';
import { planOfOffice } from '../domain/plan/state.ts';
import { Rejected } from '../domain/rejected.ts';
import { keyIdOf } from '../domain/sealed.ts';
import { lastStampOf } from '../projections/careplans.ts';
import { verifiedOfClient } from '../projections/visit-ledger.ts';
import type { VaultKey } from '../store/vault.ts';
import { type CommandApp, readModelAtHead } from './command-app.ts';
import { creationsOf, type Send } from './send.ts';

interface OfMonth {
  readonly clientId: Uuid;
  readonly month: Month;
}
const onPlan = creationsOf(plan, {
  id: ({ clientId, month }: OfMonth) => planIdOf(clientId, month),
  sealedBy: ({ clientId }) => keyIdOf('client', clientId),
});

/**
 * Replaces what the office has imported of a client's month; each visit on a day that is its own.
 */
export const importCareplan = onPlan('ImportCareplan', ['careManagementName'], async (context) => {
  const { app, input, now, digest } = context;
  const state = await app.loop.known(client, input.clientId);
  const { partnerOfficeId } = input;
  const days = [...input.visits.map(({ plannedStart }) => dayOf(plannedStart)), ...input.items.map(({ day }) => day)];
  const gone = days.map((day) => clientRefusal(state, partnerOfficeId, day)).find((code) => code !== null) ?? null;
  const networkState = await app.loop.load(network, state.networkId);
  return {
    digest,
    clientGone: gone,
    officeIsPartner: hasRoleFrom(networkState, partnerOfficeId, 'PARTNER', dayOf(now)),
  };
});

/** All that a file of a client's month says, opened for this one file (rule 42). */
export interface FileOfMonth {
  readonly kind: CareplanFileKind;
  readonly month: Month;
  readonly createdAt: Instant;
  readonly stamp: Instant;
  readonly insurerNumber: string;
  readonly insuredNumber: string;
  readonly careManagement: { readonly number: string; readonly name: string | null };
  readonly office: { readonly number: string; readonly name: string };
  readonly rows: readonly ResultRow[];
}
/** A file as it is sent. Throws `Rejected` for what its format cannot write. */
export type WriteFile = (file: FileOfMonth) => {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
};

interface ExportCareplan extends OfMonth {
  readonly partnerOfficeId: Uuid;
  readonly fileId: Uuid;
  readonly kind: CareplanFileKind;
  /** Null: those that the plan has. */
  readonly monthItems: readonly MonthItem[] | null;
}

/**
 * Makes the file of a client's month, pre-checked, and keeps it with its digest. Files of an office
 * bear stamps that rise, a second apart at least: what one of them says is processed in that order.
 */
export const exportCareplan = (write: WriteFile): Send<ExportCareplan> =>
  creationsOf(plan, {
    id: ({ clientId, month }: ExportCareplan) => planIdOf(clientId, month),
    without: ['monthItems'],
    sealedBy: ({ clientId }) => keyIdOf('client', clientId),
    overSet: ({ partnerOfficeId }) => `care-plan files of office ${partnerOfficeId}`,
    answers: ({ fileId }) => fileId,
  })('ExportCareplan', [], async ({ app, input, now, key, seal, state }) => {
    const readModel = await readModelAtHead(app);
    const { clientId, month, partnerOfficeId, kind, monthItems } = input;
    const own = planOfOffice(state, partnerOfficeId);
    const verified = kind === 'UPJSK' ? verifiedOfClient(readModel, clientId, partnerOfficeId, month) : [];
    const file: FileOfMonth = {
      kind,
      month,
      createdAt: now,
      stamp: stampAfter(lastStampOf(readModel, partnerOfficeId), now),
      ...(await personsOf(app, key, input, own?.careManagementNumber ?? null)),
      rows: kind === 'UPJSK' ? resultRowsOf(verified, own, month, monthItems) : [],
    };
    const { name, bytes, rows } = write(file);
    return {
      name,
      rows,
      stamp: file.stamp,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: seal('content', gzipSync(bytes).toString('base64')),
    };
  });

/** To the second, as names have it. */
const stampAfter = (last: Instant | null, now: Instant): Instant => {
  const inSeconds = `${now.slice(0, 19)}.000Z`;
  return last === null ? inSeconds : latest(inSeconds, toInstant(Date.parse(last) + 1000));
};

/** Numbers and names in a file's rows. Throws CLIENT_NUMBERS_MISSING. */
const personsOf = async (
  app: CommandApp,
  key: VaultKey,
  { clientId, partnerOfficeId }: ExportCareplan,
  planned: string | null,
): Promise<Pick<FileOfMonth, 'insurerNumber' | 'insuredNumber' | 'careManagement' | 'office'>> => {
  const [state, partner] = await Promise.all([
    app.loop.known(client, clientId),
    app.loop.known(office, partnerOfficeId),
  ]);
  const open = (sealed: string | null, path: string): string | null =>
    sealed === null ? null : key.open(sealed, { stream: streamOf('client', clientId), path });
  const personal = (field: 'insurerNumber' | 'insuredNumber'): string | null =>
    open(state.personal[field], `personal.${field}`);
  const [insurerNumber, insuredNumber] = [personal('insurerNumber'), personal('insuredNumber')];
  const number = state.careManagementNumber ?? planned;
  if (insurerNumber === null || insuredNumber === null || number === null)
    throw new Rejected('CLIENT_NUMBERS_MISSING', ['clientId']);
  return {
    insurerNumber,
    insuredNumber,
    careManagement: { number, name: open(state.careManagementName, 'careManagementName') },
    office: { number: partner.providerNumber, name: partner.details.name },
  };
};

import { clientIdOf, planIdOf, uuidOf } from '../../../src/domain/ids.ts';
import type { PlanCommand } from '../../../src/domain/plan/decider.ts';
import type { PlanEvent } from '../../../src/domain/plan/events.ts';
import { exampleSealed } from '../example-sealed.ts';

type Data<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>['data'];

export const OFFICE = uuidOf('partner office');
export const NEXT_OFFICE = uuidOf('next partner office');
const CLIENT = clientIdOf(uuidOf('network'), 'K-17');
export const PLAN = planIdOf(CLIENT, '2026-06');
const ofMonth = { clientId: CLIENT, month: '2026-06', partnerOfficeId: OFFICE };

/** 身体介護1 on 1 June, 10:00 to 10:20 in Tokyo. */
export const planned = (over: Partial<Data<'CareplanImported'>['visits'][number]> = {}) => ({
  serviceCode: '111111',
  plannedStart: '2026-06-01T01:00:00.000Z',
  plannedEnd: '2026-06-01T01:20:00.000Z',
  times: 1,
  ...over,
});
export const imported = (over: Partial<Data<'CareplanImported'>> = {}): PlanEvent => ({
  type: 'CareplanImported',
  data: {
    ...ofMonth,
    careManagementNumber: '1370000019',
    careManagementName: null,
    visits: [planned()],
    items: [],
    digest: 'first',
    ...over,
  },
});
export const importing = (
  over: Partial<Data<'CareplanImported'>> = {},
  facts: { officeIsPartner?: boolean; clientGone?: 'CLIENT_LEFT' | 'CLIENT_TRANSFERRED' | null } = {},
): PlanCommand => {
  const { data } = imported(over) as Extract<PlanEvent, { type: 'CareplanImported' }>;
  return { type: 'ImportCareplan', ...data, officeIsPartner: true, clientGone: null, ...facts };
};

export const exported = (over: Partial<Data<'CareplanExported'>> = {}): PlanEvent => ({
  type: 'CareplanExported',
  data: {
    ...ofMonth,
    fileId: uuidOf('file'),
    kind: 'UPJSK',
    name: 'UPJSK_202606_1370000027_11_1370000019_43_20260702090000.CSV',
    stamp: '2026-07-02T00:00:00.000Z',
    rows: 1,
    sha256: 'a'.repeat(64),
    content: exampleSealed('client', CLIENT, 'gzip'),
    ...over,
  },
});
export const exporting = (over: Partial<Data<'CareplanExported'>> = {}): PlanCommand => {
  const { data } = exported(over) as Extract<PlanEvent, { type: 'CareplanExported' }>;
  return { type: 'ExportCareplan', ...data };
};

import { streamOf, uuidOf } from '../../../src/domain/ids.ts';
import type { PlanEvent } from '../../../src/domain/plan/events.ts';
import { keyIdOf } from '../../../src/domain/sealed.ts';
import { EXAMPLE_IDS, type ExamplesOf, examplesIn, planned, sealed } from './example.ts';

const { client, partner, plan } = EXAMPLE_IDS;
const ofPlan = examplesIn(streamOf('plan', plan));
const inClientsName = (text: string): string => sealed(keyIdOf('client', client), text);
const ofMonth = { clientId: client, month: '2026-06', partnerOfficeId: partner };
const digest = '7c26b4fc70a9fd1cb0c4d9a8b58b4a4f3bb4d0e96e1a4e8a94d5b8b8b1f5a001';

export const planExamples: ExamplesOf<PlanEvent['type']> = {
  CareplanImported: ofPlan(
    'CareplanImported',
    {
      ...ofMonth,
      careManagementNumber: '1370000019',
      careManagementName: inClientsName('架空ケアプランセンター'),
      visits: [planned],
      items: [{ serviceCode: '114001', day: '2026-06-12' }],
      digest,
    },
    { ...ofMonth, careManagementNumber: null, careManagementName: null, visits: [], items: [], digest },
  ),
  CareplanExported: ofPlan('CareplanExported', {
    ...ofMonth,
    fileId: uuidOf('careplan file', 'example'),
    kind: 'UPJSK',
    name: 'UPJSK_202606_1371100001_11_1370000019_43_20260702090000.CSV',
    stamp: '2026-07-02T00:00:00.000Z',
    rows: 1,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    content: inClientsName('gzip'),
  }),
};

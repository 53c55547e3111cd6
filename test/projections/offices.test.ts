import t from 'tap';
import { officeIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import {
  caregiversById,
  caregiversOfOffice,
  countOffices,
  officesBy,
  officesById,
  officesView,
} from '../../src/projections/offices.ts';
import type { ReadModel } from '../../src/projections/read-model.ts';
import type { EventOf } from '../../src/store/event-types.ts';
import { sealed } from '../support/example-events/example.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const AT = '2026-06-01T00:00:00.000Z';
type Registered = EventOf<'OfficeRegistered'>['data'];
const registration = (providerNumber: string, name: string, municipality: string): Registered => ({
  providerNumber,
  providerNumberChecks: true,
  name,
  nameKana: null,
  corporationName: '合同会社架空',
  corporateNumber: null,
  municipality,
  address: '架空町1-1-1',
  phone: '03-0000-0000',
  latitude: 35.5,
  longitude: null,
  areaGrade: 'GRADE_1',
  services: ['PHYSICAL_CARE'],
  invoiceNumber: null,
  surcharges: ['SPECIFIED_1'],
});
const [NORTH, SOUTH, THIRD] = ['1300000003', '1300000001', '1300000002'];
if (!NORTH || !SOUTH || !THIRD) throw new Error('three numbers');
const northId = officeIdOf(NORTH);
const ofNorth = streamOf('office', northId);
const registered = (number: string, name: string, municipality: string): Given => [
  AT,
  streamOf('office', officeIdOf(number)),
  { type: 'OfficeRegistered', data: registration(number, name, municipality) },
];
const OFFICES: readonly Given[] = [
  registered(NORTH, '北ケア', '大田区'),
  registered(SOUTH, '南ケア大田区', '港区'),
  registered(THIRD, '第三', '大田区'),
];

t.test('an office: details absent stay, surcharges by the day from which they hold', (t) => {
  const changed = (data: EventOf<'OfficeDetailsChanged'>['data']): Given => [
    AT,
    ofNorth,
    { type: 'OfficeDetailsChanged', data },
  ];
  const given = [
    ...OFFICES,
    changed({ name: '北の介護', phone: null, services: ['DAILY_LIVING'] }),
    changed({ surcharges: { from: '2026-07-01', surcharges: [] } }),
    changed({ surcharges: { from: '2026-06-15', surcharges: ['SPECIFIED_2'] } }),
    changed({ surcharges: { from: '2026-07-01', surcharges: ['SPECIFIED_3'] } }),
  ];
  afterEvents(t, [officesView], given, (t, readModel) => {
    const { surcharges, ...details } = registration(NORTH, '北の介護', '大田区');
    t.strictSame(officesById(readModel, [uuidOf('nobody'), northId]), [
      {
        id: northId,
        ...details,
        phone: null,
        services: ['DAILY_LIVING'],
        sealedNoticeEmail: [],
        bankAccount: null,
        searchedName: '北の介護\n',
        searchedMunicipality: '大田区',
        surchargesFrom: [
          { from: '', surcharges },
          { from: '2026-06-15', surcharges: ['SPECIFIED_2'] },
          { from: '2026-07-01', surcharges: ['SPECIFIED_3'] },
        ],
      },
    ]);
  });
  t.end();
});

t.test('offices by number, part of the name or municipality, in pages', (t) => {
  afterEvents(t, [officesView], OFFICES, (t, readModel) => {
    const found = (search: string | null, municipality: string | null, after: string | null = null, limit = 10) => ({
      numbers: officesBy(readModel, { search, municipality }, { after, limit }).map((row) => row.providerNumber),
      count: countOffices(readModel, { search, municipality }),
    });
    t.strictSame(found(null, null), { numbers: [SOUTH, THIRD, NORTH], count: 3 });
    t.strictSame(found(null, null, SOUTH, 1), { numbers: [THIRD], count: 3 });
    t.strictSame(found(NORTH, null), { numbers: [NORTH], count: 1 });
    t.strictSame(found(NORTH, '港区'), { numbers: [], count: 0 });
    t.strictSame(found('ケア', null), { numbers: [SOUTH, NORTH], count: 2 });
    t.strictSame(found('大田区', null), { numbers: [SOUTH, THIRD, NORTH], count: 3 });
    t.strictSame(found('ケア', '大田区'), { numbers: [NORTH], count: 1 });
    t.strictSame(found(null, '大田区', THIRD), { numbers: [NORTH], count: 2 });
    t.strictSame(found('130000000', null), { numbers: [], count: 0 });
  });
  t.end();
});

t.test('rule 46: a search does not regard width, case, kana and spaces; a new name is found, the old one not', (t) => {
  const numbers = ['1300000001', '1300000002', '1300000003', '1300000004'];
  const names = ['架空　さくら訪問介護', 'ＫＡＫＵケア２４', 'ｶｸｳｹｱｻｰﾋﾞｽ', '架空ガーデン介護'.normalize('NFD')];
  const renamed: Given = [
    AT,
    streamOf('office', officeIdOf('1300000002')),
    { type: 'OfficeDetailsChanged', data: { name: 'ＮＥＷケア', nameKana: 'ニューケア' } },
  ];
  const given = names.map((name, n) => registered(numbers[n] ?? '', name, n === 0 ? '千代田　区' : '港区'));
  const asked = (search: string) => (readModel: ReadModel) =>
    officesBy(readModel, { search, municipality: null }, { after: null, limit: 10 }).map((row) => row.providerNumber);
  const foundBy: readonly (readonly [string, number])[] = [
    ['架空 さくら', 1],
    ['架空さくら', 1],
    ['kaku ケア24', 2],
    ['カクウケアサービス', 3],
    ['かくうけあさーびす', 3],
    ['架空ガーデン', 4],
    ['架空がーでん', 4],
    ['１３００ ０００００４', 4],
    ['千代田区', 1],
  ];
  afterEvents(t, [officesView], given, (t, readModel) => {
    for (const [search, n] of foundBy) t.strictSame(asked(search)(readModel), [numbers[n - 1]], search);
  });
  afterEvents(t, [officesView], [...given, renamed], (t, readModel) => {
    t.strictSame(asked('にゅーけあ')(readModel), ['1300000002']);
    t.strictSame(asked('KAKU')(readModel), []);
  });
  t.end();
});

t.test('caregivers of an office by code, also those who have left', (t) => {
  const [first, second] = [uuidOf('caregiver', 1), uuidOf('caregiver', 2)];
  const name = (id: string, text: string) => sealed(keyIdOf('caregiver', id), text);
  const enrolled = (caregiverId: string, code: string): Given => [
    AT,
    ofNorth,
    {
      type: 'CaregiverEnrolled',
      data: { caregiverId, code, name: name(caregiverId, 'A'), qualifications: ['PRACTITIONER'] },
    },
  ];
  const given: readonly Given[] = [
    ...OFFICES,
    enrolled(first, 'K-2'),
    enrolled(second, 'K-1'),
    [AT, ofNorth, { type: 'CaregiverChanged', data: { caregiverId: first, name: name(first, 'B') } }],
    [AT, ofNorth, { type: 'CaregiverChanged', data: { caregiverId: second, qualifications: [] } }],
    [AT, ofNorth, { type: 'CaregiverLeft', data: { caregiverId: second, leftOn: '2026-06-30' } }],
    [AT, ofNorth, { type: 'CaregiverLeft', data: { caregiverId: first, leftOn: '2026-06-30' } }],
    [AT, ofNorth, { type: 'CaregiverLeft', data: { caregiverId: first, leftOn: null } }],
  ];
  afterEvents(t, [officesView], given, (t, readModel) => {
    const rows = [
      {
        id: second,
        officeId: northId,
        code: 'K-1',
        sealedName: name(second, 'A'),
        qualifications: [],
        leftOn: '2026-06-30',
      },
      {
        id: first,
        officeId: northId,
        code: 'K-2',
        sealedName: name(first, 'B'),
        qualifications: ['PRACTITIONER'],
        leftOn: null,
      },
    ];
    t.strictSame(caregiversOfOffice(readModel, northId), rows);
    t.strictSame(caregiversById(readModel, [first, second]), rows.toReversed());
    t.strictSame(caregiversOfOffice(readModel, officeIdOf(SOUTH)), []);
  });
  t.end();
});

import t from 'tap';
import type { ClientEvent } from '../../src/domain/client/events.ts';
import { clientIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import {
  clientsById,
  clientsOfNetwork,
  clientsView,
  consentStands,
  consentsOf,
  isGoneFrom,
} from '../../src/projections/clients.ts';
import { officesView } from '../../src/projections/offices.ts';
import type { ReadModel } from '../../src/projections/read-model.ts';
import { tasksBy, tasksView } from '../../src/projections/tasks.ts';
import { sealed } from '../support/example-events/example.ts';
import { afterEvents, type Given } from '../support/view-test.ts';

const AT = '2026-06-01T00:00:00.000Z';
const [NETWORK, P, Q, R] = [uuidOf('network'), uuidOf('office', 'p'), uuidOf('office', 'q'), uuidOf('office', 'r')];
/** With those that what waits for an office needs. */
const VIEWS = [officesView, clientsView, tasksView];
const idOf = (code: string): string => clientIdOf(NETWORK, code);
const inClient = (code: string, text: string): string => sealed(keyIdOf('client', idOf(code)), text);
const of = (code: string, event: ClientEvent): Given => [AT, streamOf('client', idOf(code)), event];
const personalOf = (code: string) => ({
  name: inClient(code, '氏名'),
  nameKana: null,
  birthDate: null,
  address: inClient(code, '住所'),
  phone: inClient(code, '電話'),
  latitude: null,
  longitude: null,
  insurerNumber: null,
  insuredNumber: null,
  entryNotes: null,
});
const registered = (code: string, partnerOfficeId: string): Given =>
  of(code, {
    type: 'ClientRegistered',
    data: {
      networkId: NETWORK,
      partnerOfficeId,
      code,
      careLevel: 'CARE_2',
      area: '架空町',
      careManagementNumber: null,
      careManagementName: null,
      personal: personalOf(code),
      digest: 'd',
    },
  });
const rowOf = (code: string, partnerOfficeId: string) => ({
  id: idOf(code),
  networkId: NETWORK,
  partners: [{ officeId: partnerOfficeId, from: null, version: 1, recordedAt: AT }],
  leftOn: null,
  code,
  careLevel: 'CARE_2',
  area: '架空町',
  careManagementNumber: null,
  sealedCareManagementName: null,
  sealedPersonal: personalOf(code),
});

const listed = (readModel: ReadModel, partnerOfficeId: string | null, today = '2026-06-01', withFormer = false) =>
  clientsOfNetwork(readModel, { networkId: NETWORK, partnerOfficeId, today, withFormer });

t.test('clients by code; of the personal data what is absent stays', (t) => {
  const given = [
    registered('C-2', P),
    registered('C-1', P),
    registered('C-0', Q),
    of('C-2', { type: 'ClientChanged', data: { careLevel: 'CARE_3' } }),
    of('C-2', { type: 'ClientChanged', data: { personal: { phone: null, address: inClient('C-2', '転居先') } } }),
    of('C-1', { type: 'ClientChanged', data: { area: '架空台' } }),
  ];
  const two = {
    ...rowOf('C-2', P),
    careLevel: 'CARE_3',
    sealedPersonal: { ...personalOf('C-2'), phone: null, address: inClient('C-2', '転居先') },
  };
  const one = { ...rowOf('C-1', P), area: '架空台' };
  afterEvents(t, VIEWS, given, (t, readModel) => {
    t.strictSame(listed(readModel, null), [rowOf('C-0', Q), one, two]);
    t.strictSame(listed(readModel, P), [one, two]);
    t.strictSame(clientsById(readModel, [two.id, uuidOf('none'), one.id]), [two, one]);
  });
  t.end();
});

const transferredTo = (toOfficeId: string, on: string, fromOfficeId = P): Given =>
  of('C-1', {
    type: 'ClientTransferred',
    data: { fromOfficeId, toOfficeId, on, consentDocumentedBy: inClient('C-1', `同意書 ${on}`) },
  });
const left = (leftOn: string): Given => of('C-1', { type: 'ClientLeft', data: { leftOn, reason: 'ADMITTED' } });

t.test('an office lists whom it has and will have, and those whom it had where they are asked for', (t) => {
  const codes = (readModel: ReadModel, today: string, withFormer = false) =>
    [P, Q, R, null].map((officeId) =>
      listed(readModel, officeId, today, withFormer)
        .map(({ code }) => code)
        .join(' '),
    );
  const given = [registered('C-1', P), registered('C-2', Q), transferredTo(Q, '2026-07-01')];
  afterEvents(t, VIEWS, given, (t, readModel) => {
    t.strictSame(codes(readModel, '2026-06-30'), ['C-1', 'C-1 C-2', '', 'C-1 C-2']);
    t.strictSame(codes(readModel, '2026-07-01'), ['', 'C-1 C-2', '', 'C-1 C-2']);
    t.strictSame(codes(readModel, '2026-07-01', true), ['C-1', 'C-1 C-2', '', 'C-1 C-2']);
    t.strictSame(
      consentsOf(readModel, idOf('C-1')).map(({ givenOn, byTransfer }) => [givenOn, byTransfer]),
      [['2026-07-01', true]],
    );
    t.strictSame(
      ['2026-06-30', '2026-07-01'].map((day) => [P, Q].map((id) => isGoneFrom(readModel, idOf('C-1'), id, day))),
      [
        [false, true],
        [true, false],
      ],
    );
  });
  // Another office takes the place of the one that was to have the client; then nobody does.
  const replaced = [...given, transferredTo(R, '2026-07-01')];
  afterEvents(t, VIEWS, replaced, (t, readModel) =>
    t.strictSame(codes(readModel, '2026-06-30', true), ['C-1', 'C-2', 'C-1', 'C-1 C-2']),
  );
  afterEvents(t, VIEWS, [...replaced, transferredTo(P, '2026-07-01')], (t, readModel) => {
    t.strictSame(codes(readModel, '2026-06-30', true), ['C-1', 'C-2', '', 'C-1 C-2']);
    t.strictSame(consentsOf(readModel, idOf('C-1')), []);
  });
  afterEvents(t, VIEWS, [...given, left('2026-06-15')], (t, readModel) => {
    t.strictSame(codes(readModel, '2026-06-15'), ['C-1', 'C-2', '', 'C-1 C-2']);
    t.strictSame(codes(readModel, '2026-06-16'), ['', 'C-2', '', 'C-2']);
    t.strictSame(codes(readModel, '2026-06-16', true), ['C-1', 'C-2', '', 'C-1 C-2']);
    t.strictSame(consentsOf(readModel, idOf('C-1')), []);
  });
  t.end();
});

t.test('rule 9: the office that takes a client over has a task to the end of its first day', (t) => {
  const given = [registered('C-1', P), transferredTo(Q, '2026-07-01')];
  const waiting = (readModel: ReadModel, now: string) =>
    [P, Q, R].map((officeId) =>
      tasksBy(readModel, { forIds: [officeId], now, kinds: ['TAKE_CLIENT_OVER'] }, { after: null, limit: 9 }).map(
        ({ clientId, officeId, dueAt, since }) => ({ clientId, officeId, dueAt, since }),
      ),
    );
  const task = { clientId: idOf('C-1'), officeId: P, dueAt: '2026-07-01T15:00:00.000Z', since: AT };
  afterEvents(t, VIEWS, given, (t, readModel) => {
    t.strictSame(waiting(readModel, AT), [[], [task], []]);
    t.strictSame(waiting(readModel, '2026-07-01T14:59:59.999Z'), [[], [task], []]);
    t.strictSame(waiting(readModel, '2026-07-01T15:00:00.000Z'), [[], [], []]);
  });
  const later = { ...task, dueAt: '2026-07-02T15:00:00.000Z' };
  afterEvents(t, VIEWS, [...given, transferredTo(R, '2026-07-02')], (t, readModel) =>
    t.strictSame(waiting(readModel, AT), [[], [], [later]]),
  );
  for (const end of [transferredTo(P, '2026-07-01'), left('2026-06-15')])
    afterEvents(t, VIEWS, [...given, end], (t, readModel) => t.strictSame(waiting(readModel, AT), [[], [], []]));
  t.end();
});

t.test('a withdrawal takes back every consent of its scope that stands', (t) => {
  const consent = (scope: 'SHARE_WITHIN_NETWORK' | 'SURVEY', givenOn: string): Given =>
    of('C-1', { type: 'ConsentGiven', data: { scope, givenOn, documentedBy: inClient('C-1', givenOn) } });
  const withdrawn = (withdrawnOn: string): Given =>
    of('C-1', { type: 'ConsentWithdrawn', data: { scope: 'SHARE_WITHIN_NETWORK', withdrawnOn } });
  const row = (version: number, scope: string, givenOn: string, withdrawnOn: string | null) => ({
    clientId: idOf('C-1'),
    version,
    scope,
    givenOn,
    withdrawnOn,
    sealedDocumentedBy: inClient('C-1', givenOn),
    byTransfer: false,
  });
  const given = [
    registered('C-1', P),
    consent('SHARE_WITHIN_NETWORK', '2026-06-01'),
    consent('SHARE_WITHIN_NETWORK', '2026-06-02'),
    consent('SURVEY', '2026-06-03'),
    withdrawn('2026-06-10'),
  ];
  afterEvents(t, VIEWS, given, (t, readModel) => {
    t.strictSame(consentsOf(readModel, idOf('C-1')), [
      row(2, 'SHARE_WITHIN_NETWORK', '2026-06-01', '2026-06-10'),
      row(3, 'SHARE_WITHIN_NETWORK', '2026-06-02', '2026-06-10'),
      row(4, 'SURVEY', '2026-06-03', null),
    ]);
    const stands = (scope: 'SHARE_WITHIN_NETWORK' | 'SURVEY', code = 'C-1') =>
      consentStands(readModel, idOf(code), scope);
    t.equal(stands('SHARE_WITHIN_NETWORK'), 'WITHDRAWN');
    t.equal(stands('SURVEY'), 'GIVEN');
    t.equal(stands('SURVEY', 'C-2'), 'NONE');
  });
  const again = [...given, consent('SHARE_WITHIN_NETWORK', '2026-06-11')];
  afterEvents(t, VIEWS, again, (t, readModel) => {
    t.strictSame(consentsOf(readModel, idOf('C-1')).at(-1), row(6, 'SHARE_WITHIN_NETWORK', '2026-06-11', null));
    t.equal(consentStands(readModel, idOf('C-1'), 'SHARE_WITHIN_NETWORK'), 'GIVEN');
  });
  t.end();
});

import { randomUUID } from 'node:crypto';
import t from 'tap';
import { changeClient, giveConsent, registerClient } from '../../src/commands/client.ts';
import { formNetwork, joinNetwork } from '../../src/commands/network.ts';
import { changeOffice, registerOffice } from '../../src/commands/office.ts';
import type { ClientEvent } from '../../src/domain/client/events.ts';
import { clientIdOf, createdIdOf, streamOf, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { decode } from '../../src/store/codec.ts';
import { type Caller, contentHash } from '../../src/store/handle-command.ts';
import { freshFolder, type PlantedApp } from '../support/planted-app.ts';
import { type Refusal, refusalOf } from '../support/specification.ts';
import { openSurveyApp } from '../support/survey-app.ts';

const NOW = '2026-04-01T01:00:00.000Z';
const OFFICE = uuidOf('office');
const caller = (commandId: string | null = randomUUID()): Caller => ({
  actor: { subject: 'p', role: 'COORDINATOR', officeId: OFFICE },
  commandId,
  correlationId: 'request',
  causationId: null,
});

const details = {
  providerNumber: '1370000001',
  name: '事業所',
  nameKana: null,
  corporationName: null,
  corporateNumber: null,
  municipality: '大田区',
  address: '架空町1',
  phone: null,
  latitude: null,
  longitude: null,
  areaGrade: 'GRADE_1' as const,
  surcharges: [],
  services: ['PHYSICAL_CARE' as const],
  invoiceNumber: null,
};
const personal = {
  name: '山田花子',
  nameKana: null,
  birthDate: '1940-01-01',
  address: '架空町2',
  phone: null,
  latitude: '35.5',
  longitude: '139.7',
  insurerNumber: null,
  insuredNumber: null,
  entryNotes: null,
};

const refusal = (command: Promise<unknown>): Promise<Refusal> =>
  command.then(() => Promise.reject(new Error('nothing was refused')), refusalOf);

/** A network in which the office is PARTNER. */
const formed = async (app: PlantedApp) => {
  const { id: networkId } = await formNetwork(app, caller(), { name: '試験', area: '大田区', fiscalYear: 2026 });
  await joinNetwork(app, caller(), { networkId, officeId: OFFICE, roles: ['PARTNER'], joinedOn: '2026-04-01' });
  const client = { networkId, partnerOfficeId: OFFICE, code: 'C-1', careLevel: 'CARE_2' as const, area: '架空町' };
  return { networkId, client: { ...client, personal } };
};
const clientEvents = async (app: PlantedApp, id: string): Promise<ClientEvent[]> =>
  (await app.store.read(streamOf('client', id), 0)).map((stored) => decode(stored) as unknown as ClientEvent);

t.test(
  'rule 4: a command is hashed with its type; the same id with other content, or for another command, is refused',
  async (t) => {
    const app = await openSurveyApp(freshFolder(t), NOW);
    const commandId = randomUUID();
    const input = { name: '試験', area: '大田区', fiscalYear: 2026 };
    const first = await formNetwork(app, caller(commandId), input);
    t.equal(first.id, createdIdOf('network', 'p', commandId), 'the id follows from caller and commandId');
    t.strictSame(await formNetwork(app, caller(commandId), input), first, 'a repeat is answered as before');
    const [stored] = await app.store.read(streamOf('network', first.id), 0);
    t.equal(stored && decode(stored)?.metadata.commandHash, contentHash({ FormNetwork: input }));
    const reused = { refused: 'COMMAND_ID_REUSED', path: ['commandId'] };
    t.strictSame(await refusal(formNetwork(app, caller(commandId), { ...input, area: '港区' })), reused);
    const join = { networkId: first.id, officeId: OFFICE, roles: ['ASSIST' as const], joinedOn: '2026-04-01' };
    t.strictSame(await refusal(joinNetwork(app, caller(commandId), join)), reused);
    await app.stop();
  },
);

t.test('what addresses an aggregate is no content; what is absent stays absent', async (t) => {
  const app = await openSurveyApp(freshFolder(t), NOW);
  const { id: officeId } = await registerOffice(app, caller(), details);
  await changeOffice(app, caller(), { officeId, phone: '03-0000-0000' });
  const events = (await app.store.read(streamOf('office', officeId), 0)).map((stored) => decode(stored)?.data);
  t.strictSame(events[1], { phone: '03-0000-0000' });
  await app.stop();
});

t.test('rules 4, 41: texts are sealed for their field paths, the hash under the same key', async (t) => {
  const app = await openSurveyApp(freshFolder(t), NOW);
  const { client } = await formed(app);
  const commandId = randomUUID();
  const { id } = await registerClient(app, caller(commandId), client);
  t.equal(id, clientIdOf(client.networkId, 'C-1'));
  const key = await app.vault.make(keyIdOf('client', id));
  const [registered] = await clientEvents(app, id);
  if (registered?.type !== 'ClientRegistered') throw new Error('not registered');
  const { personal: sealed, digest, ...rest } = registered.data;
  t.strictSame(rest, {
    networkId: client.networkId,
    partnerOfficeId: OFFICE,
    code: 'C-1',
    careLevel: 'CARE_2',
    area: '架空町',
    careManagementNumber: null,
    careManagementName: null,
  });
  t.equal(digest, contentHash(client, key));
  const stream = streamOf('client', id);
  const opened = Object.entries(sealed).map(([field, value]) => [
    field,
    value === null ? null : key.open(value, { stream, path: `personal.${field}` }),
  ]);
  t.strictSame(Object.fromEntries(opened), personal);
  await giveConsent(app, caller(), { clientId: id, scope: 'SURVEY', givenOn: '2026-04-01', documentedBy: '同意書' });
  const [, given] = await clientEvents(app, id);
  if (given?.type !== 'ConsentGiven') throw new Error('no consent');
  t.equal(key.open(given.data.documentedBy, { stream, path: 'documentedBy' }), '同意書');
  await changeClient(app, caller(), { clientId: id, personal: { phone: '03-0000-0000' } });
  const [, , changed] = await clientEvents(app, id);
  if (changed?.type !== 'ClientChanged') throw new Error('not changed');
  t.strictSame(Object.keys(changed.data.personal ?? {}), ['phone'], 'what is absent stays absent');
  await app.stop();
});

t.test('what does not exist is refused by its own code, before anything is gathered', async (t) => {
  const app = await openSurveyApp(freshFolder(t), NOW);
  const nobody = uuidOf('nobody');
  const join = { networkId: nobody, officeId: OFFICE, roles: ['ASSIST' as const], joinedOn: '2026-04-01' };
  t.strictSame(await refusal(joinNetwork(app, caller(), join)), { refused: 'NETWORK_UNKNOWN', path: ['networkId'] });
  const consent = { clientId: nobody, scope: 'SURVEY' as const, givenOn: '2026-04-01', documentedBy: '同意書' };
  t.strictSame(await refusal(giveConsent(app, caller(), consent)), { refused: 'CLIENT_UNKNOWN', path: ['clientId'] });
  await app.stop();
});

t.test(
  'rules 4, 43: with a key that was destroyed nothing is sealed, and a repeat is answered as before',
  async (t) => {
    const app = await openSurveyApp(freshFolder(t), NOW);
    const { client } = await formed(app);
    const { id: clientId } = await registerClient(app, caller(), client);
    const [first, personal] = [caller(), { phone: '03-0000-0000' }];
    const done = await changeClient(app, first, { clientId, personal });
    await app.vault.destroy(keyIdOf('client', clientId));
    const before = await app.store.head();
    t.strictSame(await changeClient(app, first, { clientId, personal }), done);
    t.strictSame(await changeClient(app, first, { clientId, personal: { phone: null } }), done, 'nothing to compare');
    const change = changeClient(app, caller(), { clientId, personal: { phone: null } });
    t.strictSame(await refusal(change), { refused: 'CLIENT_ERASED', path: undefined });
    t.equal(await app.store.head(), before);
    await app.stop();
  },
);

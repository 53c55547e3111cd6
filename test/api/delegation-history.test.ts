import t from 'tap';
import { streamOf } from '../../src/domain/ids.ts';
import { encode } from '../../src/store/codec.ts';
import { type HttpNode, startNode } from '../support/http-node.ts';
import { liveTrial, type Subject, type Trial } from '../support/trial.ts';

interface Entry {
  readonly type: string;
  readonly actor: string;
  readonly actorOffice: { readonly name: string } | null;
}

const lineOf = ({ type, actor, actorOffice }: Entry): string =>
  `${type} by ${actor} of ${actorOffice?.name ?? 'no office'}`;

/**
 * The history of the trial's delegation as a subject is shown it: what happened, by whom, of which
 * office.
 */
const historyFor = async (node: HttpNode, trial: Trial, as: Subject): Promise<string[]> => {
  const query = 'query ($id: ID!) { delegation(id: $id) { history { type actor actorOffice { name } } } }';
  const { data } = await node.ask(query, { id: trial.delegation }, { as });
  return data.delegation.history.map(lineOf);
};

const PLANTED_ID = '0190aaaa-0000-7000-8000-000000000001';

/**
 * What a command of `a` writes of `b` beside its own events: `b`'s offer has lapsed unnoticed by
 * the process, which on a busy node may be the slower one.
 */
const lapseInsideCommandOfA = async (node: HttpNode, { delegation, office }: Trial): Promise<void> => {
  const stream = streamOf('delegation', delegation);
  const event = { type: 'OfferExpired', data: { round: 1, officeId: office.b } };
  const actor = { subject: 'a', role: 'COORDINATOR', officeId: office.a } as const;
  const ids = { commandId: null, commandHash: null, correlationId: null, causationId: null };
  const metadata = { ...ids, actor, occurredAt: '2026-05-02T09:00:00+09:00' };
  const version = (await node.store.read(stream, 0)).length;
  const result = await node.store.append(stream, version, [encode(PLANTED_ID, event, metadata)]);
  if (result.outcome !== 'appended') throw new Error(result.outcome);
  await node.app.readModel.reached(result.position);
};

const caregiverOfB = async (node: HttpNode, { office }: Trial): Promise<string> => {
  const input = { officeId: office.b, name: '介護四郎', qualifications: ['INITIAL'] };
  const { caregiver } = await node.mutate('enrollCaregiver', input, { as: 'b' }, 'caregiver { id }');
  return caregiver.id;
};

t.test('rule 19: an office is never told who won, by the events of its own offer neither', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);
  await lapseInsideCommandOfA(node, trial);

  await t.test('to the office that lost, what another wrote of it shows as by the process', async (t) => {
    t.strictSame(await historyFor(node, trial, 'b'), [
      'OfferMade by 事業所p of 事業所p',
      'OfferNotSelected by システム of no office',
      'OfferExpired by システム of no office',
    ]);
  });

  await t.test('the office that won sees its own events as they were', async (t) => {
    t.strictSame(await historyFor(node, trial, 'a'), [
      'OfferMade by 事業所p of 事業所p',
      'OfferAccepted by 担当a of 事業所a',
      'VisitsAllocated by 担当a of 事業所a',
    ]);
  });

  const whole = (partner: string, assist: string) => [
    `DelegationRequested by ${partner} of 事業所p`,
    `OfferMade by ${partner} of 事業所p`,
    `OfferMade by ${partner} of 事業所p`,
    `OfferAccepted by ${assist} of 事業所a`,
    `VisitsAllocated by ${assist} of 事業所a`,
    `OfferNotSelected by ${assist} of 事業所a`,
    `VisitsWithdrawn by ${partner} of 事業所p`,
    `OfferExpired by ${assist} of 事業所a`,
  ];
  await t.test('the partner office and who is appointed see all as it was', async (t) => {
    t.strictSame(await historyFor(node, trial, 'p'), whole('担当p', '事業所a'));
    t.strictSame(await historyFor(node, trial, 'cons1'), whole('事業所p', '事業所a'));
    t.strictSame(await historyFor(node, trial, 'aud1'), whole('担当p', '担当a'));
  });

  await t.test('of a visit handed back, neither office learns of the other', async (t) => {
    const { delegation, ahead } = trial;
    await node.mutate('releaseVisits', { delegationId: delegation, visitIds: [ahead], reason: '病欠' }, { as: 'a' });
    const rounds = [{ officeIds: [trial.office.b] }];
    await node.mutate('offerAgain', { delegationId: delegation, rounds }, { as: 'p' });
    await node.mutate('acceptOffer', { delegationId: delegation }, { as: 'b' });

    t.strictSame(await historyFor(node, trial, 'a'), [
      'OfferMade by 事業所p of 事業所p',
      'OfferAccepted by 担当a of 事業所a',
      'VisitsAllocated by 担当a of 事業所a',
      'VisitsReleased by 担当a of 事業所a',
    ]);
    const query = 'query ($id: ID!) { visit(id: $id) { history { type actor actorOffice { name } } } }';
    await node.mutate('assignCaregiver', { visitId: ahead, caregiverId: await caregiverOfB(node, trial) }, { as: 'b' });
    const [toA, toB] = await Promise.all(
      (['a', 'b'] as const).map(async (as) => (await node.ask(query, { id: ahead }, { as })).data.visit),
    );
    t.equal(toA, null);
    t.strictSame(toB.history.map(lineOf), [
      'VisitScheduled by システム of no office',
      'CaregiverAssigned by 担当b of 事業所b',
    ]);
  });
});

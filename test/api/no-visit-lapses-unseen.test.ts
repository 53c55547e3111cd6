import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

/** 45 minutes: 387 units × 11.40 = 4,411 yen, of which 80 %. */
const MORNING_YEN = 3528;
/** An hour: 567 units, a quarter more from 18:00 on: 709 × 11.40 = 8,082 yen, of which 80 %. */
const EVENING_YEN = 6465;

const at = (day: number, time: string): string => `2026-06-0${day}T${time}:00+09:00`;

/**
 * A delegation for 08:00 and 18:00 of the second day. The first office takes the morning and lets
 * the rest be, for which the second office is asked until 17:30; at 06:30 the first office hands
 * the morning back.
 */
const releasedInTheMorning = async (t: Parameters<typeof startNode>[0]) => {
  const node = await startNode(t);
  const network = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = network.assists;
  if (!first || !second) throw new Error('two assist offices');
  const { id, visits } = await momentAt(node, at(1, '10:00')).request(network.partner, {
    clientId: network.clientId,
    visits: [visitFrom(at(2, '08:00'), 45), visitFrom(at(2, '18:00'), 60)],
    rounds: [{ officeIds: [first.id] }, { officeIds: [second.id], windowMinutes: 4_320 }],
  });
  const [morning = '', evening = ''] = visits.map(({ visitId }) => visitId);
  await momentAt(node, at(1, '10:10')).accept(first, id, { visitIds: [morning] });
  await momentAt(node, at(1, '10:11')).send(first, 'declineOffer', { delegationId: id, reason: 'TIME_BAND' });
  const release = { delegationId: id, visitIds: [morning], reason: '発熱' };
  await momentAt(node, at(2, '06:30')).send(first, 'releaseVisits', release);
  /** What somebody sees of the delegation at a time of the second day. */
  const see = async (as: { subject: string }, time: string, selection: string) => {
    const query = `query ($id: ID!) { delegation(id: $id) { ${selection} } }`;
    return (await node.ask(query, { id }, { as: as.subject, at: at(2, time) })).data.delegation;
  };
  /** The partner office's tasks of some kinds at a time of the second day. */
  const tasks = async (time: string, ...kinds: string[]) => {
    const query = `query ($kinds: [TaskKind!]) {
      viewer { tasks(kinds: $kinds) { edges { node { kind dueAt delegation { id } } } } }
    }`;
    const { data } = await node.ask(query, { kinds }, { as: network.partner.subject, at: at(2, time) });
    return data.viewer.tasks.edges.map(({ node }: { node: object }) => node);
  };
  return { ...network, node, first, second, id, morning, evening, see, tasks };
};

const OFFERS = 'offers { id round office { id } status respondBy openVisitIds feeYen }';

t.test('rules 12, 17, 18: a visit released at 06:30 for 08:00 while another round is open', async (t) => {
  const { node, networkId, partner, second, id, morning, evening, see, tasks } = await releasedInTheMorning(t);
  const due = '2026-06-02T08:00:00.000+09:00';
  const call = { kind: 'CALL_OFFICES', dueAt: due, delegation: { id } };

  t.strictSame(await tasks('06:31', 'CALL_OFFICES'), [call], 'somebody telephones, at once');
  const offers = (await see(second, '06:31', OFFERS)).offers;
  t.strictSame(
    offers.map(({ id: _id, ...offer }: { id: string }) => offer),
    [
      {
        round: 2,
        office: { id: second.id },
        status: 'OPEN',
        respondBy: '2026-06-02T17:30:00.000+09:00',
        openVisitIds: [evening],
        feeYen: EVENING_YEN,
      },
      {
        round: 3,
        office: { id: second.id },
        status: 'OPEN',
        respondBy: '2026-06-02T07:30:00.000+09:00',
        openVisitIds: [morning],
        feeYen: MORNING_YEN,
      },
    ],
    'offered anew at once, beside the round that is open, with half an hour left to act',
  );
  t.strictSame(await tasks('07:50', 'CALL_OFFICES', 'ANSWER_UNCOVERED'), [call], 'nobody has answered');

  const COVER = 'uncoveredVisits visits { visitId state uncoveredOutcome visit { status cancellation { reason } } }';
  const cancelled = { status: 'CANCELLED', cancellation: { reason: 'UNCOVERED' } };
  const left = { visitId: evening, state: 'FREE', uncoveredOutcome: null, visit: null };
  t.strictSame(await see(partner, '08:00', COVER), {
    uncoveredVisits: 1,
    visits: [{ visitId: morning, state: 'UNCOVERED', uncoveredOutcome: null, visit: cancelled }, left],
  });
  const ledger = await node.ask(
    `query ($id: ID!) { network(id: $id) { visitLedger(month: "2026-06") {
      edges { node { visitId status feeYen visit { cancellation { reason percentOfFee } } } }
    } } }`,
    { id: networkId },
    { as: partner.subject, at: at(2, '08:00') },
  );
  t.strictSame(
    ledger.data.network.visitLedger.edges,
    [
      {
        node: {
          visitId: morning,
          status: 'CANCELLED',
          feeYen: 0,
          visit: { cancellation: { reason: 'UNCOVERED', percentOfFee: 0 } },
        },
      },
    ],
    'no fee, and no reason of the partner office’s',
  );
  const answer = { kind: 'ANSWER_UNCOVERED', dueAt: due, delegation: { id } };
  t.strictSame(await tasks('08:00', 'CALL_OFFICES', 'ANSWER_UNCOVERED'), [answer]);
  t.strictSame(await tasks('14:00', 'CALL_OFFICES', 'ANSWER_UNCOVERED'), [answer], 'it stays until it is answered');

  const said = { delegationId: id, visitIds: [morning], outcome: 'FAMILY', note: '長女が対応' };
  const answered = await node.mutate(
    'answerUncovered',
    said,
    { as: partner.subject, at: at(2, '14:01') },
    `delegation { ${COVER} }`,
  );
  t.strictSame(answered.userErrors, []);
  t.strictSame(answered.delegation.visits, [
    { visitId: morning, state: 'UNCOVERED', uncoveredOutcome: 'FAMILY', visit: cancelled },
    left,
  ]);
  t.strictSame(await tasks('14:02', 'CALL_OFFICES', 'ANSWER_UNCOVERED'), []);
  t.strictSame(
    await see(partner, '18:00', 'status uncoveredVisits visits { state visit { id } }'),
    {
      status: 'UNCOVERED',
      uncoveredVisits: 2,
      visits: [
        { state: 'UNCOVERED', visit: { id: morning } },
        { state: 'UNCOVERED', visit: null },
      ],
    },
    'nor has anybody had the other',
  );
});

t.test('contract, OfferInput: `offerId` names one of two open offers of an office', async (t) => {
  const { node, first, second, id, morning, evening, see } = await releasedInTheMorning(t);
  type Offer = { id: string; round: number };
  const [ofEvening, ofMorning] = (await see(second, '06:31', OFFERS)).offers as Offer[];
  const [ofFirst] = (await see(first, '06:31', OFFERS)).offers as Offer[];
  const send = (name: string, input: object) =>
    node.mutate(name, { delegationId: id, ...input }, { as: second.subject, at: at(2, '06:32') });
  const shown = async () =>
    (await see(second, '06:33', `${OFFERS} visits { visitId state }`)).offers.map(
      ({ round, status, openVisitIds, feeYen }: Record<string, unknown>) => [round, status, openVisitIds, feeYen],
    );

  t.strictSame((await send('acceptOffer', { offerId: ofFirst?.id })).userErrors, [
    { code: 'OFFER_UNKNOWN', path: ['input', 'offerId'] },
  ]);
  t.strictSame((await send('acceptOffer', { offerId: ofMorning?.id, visitIds: [evening] })).userErrors, [
    { code: 'VISIT_NOT_OFFERED', path: ['input', 'visitIds', '0'] },
  ]);
  t.strictSame((await send('declineOffer', { offerId: ofEvening?.id, reason: 'NO_CAPACITY' })).userErrors, []);
  t.strictSame(
    await shown(),
    [
      [2, 'DECLINED', [], 0],
      [3, 'OPEN', [morning], MORNING_YEN],
    ],
    'the other stays open',
  );
  t.strictSame((await send('acceptOffer', { offerId: ofMorning?.id })).userErrors, []);
  t.strictSame(await shown(), [
    [2, 'DECLINED', [], 0],
    [3, 'ACCEPTED', [], MORNING_YEN],
  ]);
});

t.test('contract, OfferInput: without `offerId` all open offers of the office are meant', async (t) => {
  const { node, second, id, see } = await releasedInTheMorning(t);
  const as = { as: second.subject, at: at(2, '06:32') };
  t.strictSame((await node.mutate('acceptOffer', { delegationId: id }, as)).userErrors, []);
  const { visits } = await see(second, '06:33', 'visits { state allocatedTo { id } }');
  const taken = { state: 'TAKEN', allocatedTo: { id: second.id } };
  t.strictSame(visits, [taken, taken]);
});

t.test('contract, Offer: `openVisitIds` and `feeYen` are of what an office can still have', async (t) => {
  const node = await startNode(t);
  const { partner, assists, clientId } = await buildSmallNetwork(node, '2026-06-01');
  const [first, second] = assists;
  if (!first || !second) throw new Error('two assist offices');
  const { id, visits } = await momentAt(node, at(1, '10:00')).request(partner, {
    clientId,
    visits: [visitFrom(at(2, '10:00'), 45), visitFrom(at(2, '18:00'), 60)],
    rounds: [{ officeIds: [first.id, second.id] }],
  });
  const [ten, six] = visits.map(({ visitId }) => visitId);
  const offers = async (time: string) => {
    const query = 'query ($id: ID!) { delegation(id: $id) { offers { office { id } status openVisitIds feeYen } } }';
    const { data } = await node.ask(query, { id }, { as: partner.subject, at: at(1, time) });
    const of = (office: { id: string }) => {
      const { status, openVisitIds, feeYen } = data.delegation.offers.find(
        (offer: { office: { id: string } }) => offer.office.id === office.id,
      );
      return [status, openVisitIds, feeYen];
    };
    return [of(first), of(second)];
  };
  const whole = ['OPEN', [ten, six], MORNING_YEN + EVENING_YEN];
  t.strictSame(await offers('10:01'), [whole, whole]);
  await momentAt(node, at(1, '10:02')).accept(first, id, { visitIds: [ten] });
  t.strictSame(await offers('10:03'), [
    ['ACCEPTED', [six], MORNING_YEN],
    ['OPEN', [six], EVENING_YEN],
  ]);
  t.strictSame(
    await offers('10:30'),
    [
      ['ACCEPTED', [], MORNING_YEN],
      ['EXPIRED', [], 0],
    ],
    'nothing once the round is over',
  );
});

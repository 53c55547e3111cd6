import t from 'tap';
import type { SettlementEvent } from '../../src/domain/settlement/events.ts';
import { whenStatementUndisputedThenDeemedConfirmed } from '../../src/processes/when-statement-undisputed-then-deemed-confirmed.ts';
import {
  answered,
  confirmed,
  deemed,
  disputed,
  JULY,
  JUNE,
  lineId,
  pricedVisit,
  SETTLEMENT,
  statement,
  statementId,
  taxable,
  visitLine,
  voided,
} from '../domain/settlement/example-settlement.ts';
import { on, specifyProcess } from '../support/process-specification.ts';

const ofPair = (...events: readonly SettlementEvent[]) => on('settlement', SETTLEMENT, ...events);
const itemOf = (n: number, dueAt: string, [issued]: readonly SettlementEvent[]) =>
  issued ? [{ id: `${SETTLEMENT} ${statementId(n)}`, dueAt, cause: issued }] : [];
/** 24:00 in Tokyo of 11 July and of 11 August. */
const [JULY_11_OVER, AUGUST_11_OVER] = ['2026-07-11T15:00:00.000Z', '2026-08-11T15:00:00.000Z'];
const juneToDo = itemOf(1, JULY_11_OVER, JUNE);
const julyToDo = itemOf(2, AUGUST_11_OVER, JULY);
const neverBySilence = statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
  subtotals: [taxable(1000, 100)],
  totalYen: 1100,
  confirmBy: null,
});

const twoLines = statement(1, '2026-06', [visitLine(pricedVisit('one')), visitLine(pricedVisit('two'))], {
  subtotals: [taxable(2000, 200)],
  totalYen: 2200,
});
const answers = (...over: Parameters<typeof answered>): SettlementEvent => {
  const { type, data } = answered(...over);
  return { type, data };
};
const [onFirst, onSecond, firstAnswer] = [disputed(), disputed({ lineId: lineId(1, 1) }), answers()];
const secondAnswer = answers({ lineId: lineId(1, 1), answeredOn: '2026-07-05', confirmBy: '2026-07-15' });
/** 24:00 in Tokyo of 15 July. */
const JULY_15_OVER = '2026-07-15T15:00:00.000Z';
const againToDo = [{ id: `${SETTLEMENT} ${statementId(1)}`, dueAt: JULY_15_OVER, cause: secondAnswer }];

specifyProcess(t, whenStatementUndisputedThenDeemedConfirmed, {
  follows: [
    {
      name: 'rule 34: a statement is issued: due at 24:00 of its confirmBy',
      given: [],
      when: ofPair(...JUNE),
      then: juneToDo,
    },
    {
      name: 'rule 34: each statement of a pair on its own',
      given: ofPair(...JUNE),
      listed: juneToDo,
      when: ofPair(...JULY),
      then: [...juneToDo, ...julyToDo],
    },
    {
      name: 'rule 34: without days to confirm it changes nothing',
      given: [],
      when: ofPair(...neverBySilence),
      then: [],
    },
    {
      name: 'rule 34: its confirmation takes off, that of this statement alone',
      given: ofPair(...JUNE, ...JULY),
      listed: [...juneToDo, ...julyToDo],
      when: ofPair(confirmed),
      then: julyToDo,
    },
    {
      name: 'rule 35: a dispute takes off: silence says nothing while it is open',
      given: ofPair(...JUNE, ...JULY),
      listed: [...juneToDo, ...julyToDo],
      when: ofPair(onFirst),
      then: julyToDo,
    },
    {
      name: 'rule 35: an answer while another dispute is open changes nothing',
      given: ofPair(...twoLines, onFirst, onSecond),
      when: ofPair(firstAnswer),
      then: [],
    },
    {
      name: 'rule 35: the last answer: due at 24:00 of the day that it gives',
      given: ofPair(...twoLines, onFirst, onSecond, firstAnswer),
      when: ofPair(secondAnswer),
      then: againToDo,
    },
    {
      name: 'rule 35: where silence never confirms, an answer changes nothing',
      given: ofPair(...neverBySilence, onFirst),
      when: ofPair(answers({ confirmBy: null })),
      then: [],
    },
    {
      name: 'rule 31: voided, it is off the list',
      given: ofPair(...JUNE),
      listed: juneToDo,
      when: ofPair(voided(1)),
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 34: at 24:00 of confirmBy it counts as confirmed',
      given: ofPair(...JUNE, ...JULY),
      at: JULY_11_OVER,
      then: ofPair(deemed),
      left: julyToDo,
    },
    {
      name: 'acts, rule 7: days later it counts as confirmed as of then',
      given: ofPair(...JUNE),
      at: '2026-07-20T03:00:00.000Z',
      then: ofPair(deemed),
    },
    {
      name: 'acts, rule 35: at 24:00 of the day that the last answer gave',
      given: ofPair(...twoLines, onFirst, onSecond, firstAnswer, secondAnswer),
      at: JULY_15_OVER,
      then: ofPair({ ...deemed, occurredAt: JULY_15_OVER }),
    },
  ],
});

import t from 'tap';
import { careTaskOf, careTasks, careTasksOf, isCareTask } from '../../../src/domain/visit/care-tasks.ts';

const codes = (...of: Parameters<typeof careTasksOf>) => careTasksOf(...of).map(({ code }) => code);
const PHYSICAL = [
  'EXCRETION',
  'MEAL_ASSISTANCE',
  'SPECIAL_DIET',
  'BODY_CLEANING',
  'BATHING',
  'PARTIAL_BATHING',
  'GROOMING',
  'DRESSING',
  'POSITION_CHANGE',
  'TRANSFER',
  'OUTING',
  'WAKING_SLEEPING',
  'MEDICATION',
  'SELF_RELIANCE',
];
const DAILY = ['CLEANING', 'LAUNDRY', 'BED_MAKING', 'CLOTHES', 'COOKING', 'SHOPPING'];
const BOARDING = ['BOARDING', 'RECEPTION'];

t.test('老計第10号: the tasks that each service may hold, in the order of the list', async (t) => {
  t.strictSame(codes('PHYSICAL_CARE'), PHYSICAL);
  t.strictSame(codes('DAILY_LIVING'), DAILY);
  t.strictSame(codes('PHYSICAL_THEN_DAILY_LIVING'), [...PHYSICAL, ...DAILY]);
  t.strictSame(codes('BOARDING_ASSISTANCE'), BOARDING);
  t.strictSame(codes(null), [...PHYSICAL, ...DAILY, ...BOARDING]);
});

t.test('a task by its code: of its own service, whatever service it was done in', async (t) => {
  const cleaning = { code: 'CLEANING', label: '掃除', service: 'DAILY_LIVING' };
  t.strictSame(careTaskOf('CLEANING', 'PHYSICAL_CARE'), cleaning);
  t.strictSame(
    careTasks.map(({ code }) => careTaskOf(code, 'PHYSICAL_CARE')),
    careTasks,
  );
});

t.test('rule 41: no other code is a task; one that the catalogue held once has itself as label', async (t) => {
  t.strictSame(['CLEANING', '散歩', 'cleaning', ''].map(isCareTask), [true, false, false, false]);
  t.strictSame(careTaskOf('散歩', 'DAILY_LIVING'), { code: '散歩', label: '散歩', service: 'DAILY_LIVING' });
});

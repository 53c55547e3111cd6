import t from 'tap';
import { priceOrRefusal } from '../../../src/domain/visit/planning.ts';
import { plan } from './example-visit.ts';
import { pricing } from './example-visit-commands.ts';

t.test('rule 9: what an offered visit would cost, or why it cannot be priced', async (t) => {
  t.strictSame(priceOrRefusal(plan, pricing()), { termsVersion: 1, feeYen: 4500 });
  t.equal(priceOrRefusal(plan, pricing({}, { terms: null })), null, 'no terms are in force');
  const perVisit = pricing({ feeBasis: 'PER_VISIT', yenPerHour: null });
  t.strictSame(priceOrRefusal(plan, perVisit), { refusal: 'NO_PRICE' }, 'the terms have no price for it');
  const broken = new Error('not a rule of the terms');
  const pricingThatFails = {
    ...pricing(),
    get careLevel(): never {
      throw broken;
    },
  };
  t.throws(() => priceOrRefusal(plan, pricingThatFails), broken, 'what is no refusal is no answer');
});

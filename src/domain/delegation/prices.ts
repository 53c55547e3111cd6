import { z } from 'zod';
import { type PriceBasis, priceBasisSchema } from '../fees/basis.ts';
import { type Uuid, uuidSchema } from '../ids.ts';
import { type Yen, yenSchema } from '../vocabulary.ts';

/** Prices of visits with what each came from; what several came from stands once (rule 28). */
export const visitPricesShape = {
  bases: z.array(priceBasisSchema).min(1),
  /** By the plan. `basis`: its place in `bases`, from 0. */
  fees: z.array(z.strictObject({ visitId: uuidSchema, basis: z.int().nonnegative(), feeYen: yenSchema })),
};
const visitPricesSchema = z.strictObject(visitPricesShape);
type VisitPrices = z.infer<typeof visitPricesSchema>;
/** What one visit costs; its basis stands elsewhere, at this place. */
export type PlacedFee = VisitPrices['fees'][number];

/** What one visit costs, and by what. */
export interface PricedVisit {
  readonly visitId: Uuid;
  readonly basis: PriceBasis;
  readonly feeYen: Yen;
}

/** As JSON, once each: the same few bases are compared with every offer of a delegation. */
const texts = new WeakMap<PriceBasis, string>();
const textOf = (basis: PriceBasis): string => {
  const text = texts.get(basis) ?? JSON.stringify(basis);
  texts.set(basis, text);
  return text;
};

/** Puts prices behind the bases that stand already; those that are new are added, each once. */
export const placed = (priced: readonly PricedVisit[], standing: readonly PriceBasis[] = []): VisitPrices => {
  const places = new Map(standing.map((basis, n) => [textOf(basis), n]));
  const bases = [...standing];
  const fees = priced.map(({ visitId, basis, feeYen }) => {
    const text = textOf(basis);
    const place = places.get(text) ?? bases.push(basis) - 1;
    places.set(text, place);
    return { visitId, basis: place, feeYen };
  });
  return { bases, fees };
};

/** The prices with their bases again. */
export const unplaced = (fees: readonly PlacedFee[], bases: readonly PriceBasis[]): PricedVisit[] =>
  fees.flatMap(({ visitId, basis: place, feeYen }) => {
    const basis = bases[place];
    return basis ? [{ visitId, basis, feeYen }] : [];
  });

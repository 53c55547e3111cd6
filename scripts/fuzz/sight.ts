import { addMonths, type Instant, monthOf } from '../../src/domain/calendar.ts';
import type { HttpNode } from '../../test/support/http-node.ts';
import type { Trial } from '../../test/support/trial.ts';

interface Page<Row> {
  readonly edges: readonly { readonly node: Row }[];
}
interface Named {
  readonly id: string;
}
export interface SeenVisit {
  readonly visitId: string;
  readonly status: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly minutes: number;
  readonly assistOffice: Named;
  readonly client: Named;
  readonly caregiver: Named | null;
  readonly visit: {
    readonly delegation: Named;
    readonly openChange: { readonly id: string; readonly proposedBy: Named } | null;
    readonly exceptions: readonly { readonly code: string; readonly resolvedAt: string | null }[];
  };
}
export interface SeenOffer {
  readonly office: Named;
  readonly status: string;
  readonly moreMinutesRequested: number | null;
}
export interface SeenDelegation {
  readonly id: string;
  readonly mode: string;
  readonly uncoveredVisits: number;
  readonly visits: readonly { readonly visitId: string; readonly state: string }[];
  readonly offers: readonly SeenOffer[];
}
export interface SeenStatement {
  readonly id: string;
  readonly status: string;
  readonly month: string;
  readonly totalYen: number;
  readonly contentHash: string;
  readonly assistOffice: Named;
  readonly lines: Page<{ readonly id: string; readonly dispute: { readonly outcome: string | null } | null }>;
}
export interface SeenTerms {
  readonly id: string;
  readonly agreedAt: string | null;
  readonly declinedAt: string | null;
  readonly endsOn: string | null;
  readonly assistOffice: Named;
}
/** What stands now, as the people of the trial are shown it. */
export interface Sight {
  readonly now: Instant;
  readonly delegations: readonly SeenDelegation[];
  readonly visits: readonly SeenVisit[];
  readonly statements: readonly SeenStatement[];
  readonly terms: readonly SeenTerms[];
  readonly clients: readonly { readonly id: string; readonly consents: readonly { readonly scope: string }[] }[];
  readonly surveys: readonly { readonly id: string; readonly status: string }[];
  /** Of the assist office that holds most. */
  readonly caregivers: readonly Named[];
}

const OF_NETWORK = `query ($network: ID!, $month: Month!, $next: Month!) {
  network(id: $network) {
    delegations(first: 60) { edges { node { id mode uncoveredVisits visits { visitId state }
      offers { office { id } status moreMinutesRequested } } } }
    this: visitLedger(month: $month, first: 60) { edges { node { ...V } } }
    next: visitLedger(month: $next, first: 20) { edges { node { ...V } } }
    statements(first: 20) { edges { node { id status month totalYen contentHash assistOffice { id }
      lines(first: 5) { edges { node { id dispute { outcome } } } } } } }
    terms { id agreedAt declinedAt endsOn assistOffice { id } }
  }
  clients(networkId: $network, first: 30) { edges { node { id consents { scope } } } } }
fragment V on LedgerEntry { visitId status plannedStart plannedEnd minutes assistOffice { id } client { id }
  caregiver { id } visit { delegation { id } openChange { id proposedBy { id } } exceptions { code resolvedAt } } }`;
const OF_SURVEYS = 'query ($network: ID!) { network(id: $network) { surveys { id status } } }';
const OF_OFFICE = 'query ($office: ID!) { office(id: $office) { caregivers(active: true) { id } } }';

export const rowsOf = <Row>(page: Page<Row> | null | undefined): Row[] => page?.edges.map(({ node }) => node) ?? [];

/**
 * Asks as the partner office, the assist office and the consultant; null where the first is gone.
 */
export const lookedAt = async (node: HttpNode, { network, office }: Trial): Promise<Sight | null> => {
  const now = node.app.clock.now();
  const month = monthOf(now);
  const next = addMonths(month, 1);
  const [partner, assist, consultant] = await Promise.all([
    node.ask(OF_NETWORK, { network, month, next }, { as: 'p' }),
    node.ask(OF_OFFICE, { office: office.a }, { as: 'a' }),
    node.ask(OF_SURVEYS, { network }, { as: 'cons1' }),
  ]);
  const malformed = [partner, assist, consultant].flatMap(({ status, errors }) => (status === 400 ? errors : []));
  if (malformed.length > 0) throw new Error(`how things stand is asked wrongly: ${JSON.stringify(malformed)}`);
  const seen = partner.data?.network;
  if (!seen) return null;
  return {
    now,
    delegations: rowsOf(seen.delegations),
    visits: [...rowsOf<SeenVisit>(seen.this), ...rowsOf<SeenVisit>(seen.next)],
    statements: rowsOf(seen.statements),
    terms: seen.terms ?? [],
    clients: rowsOf(partner.data.clients),
    surveys: consultant.data?.network?.surveys ?? [],
    caregivers: assist.data?.office?.caregivers ?? [],
  };
};

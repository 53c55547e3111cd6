/**
 * What the published contract promises and a later release builds, by coordinate: a whole type or
 * field, else the part that is missing.
 */
const later: Readonly<Record<string, readonly string[]>> = {
  'part 4: trust': [
    'AccessConnection AccessEdge AccessEntry Checkpoint ConsistencyProof EraseClientInput ErasureCertificate',
    'ErasurePayload InclusionProof',
    'RequestErasureInput Client.accesses Client.erasureRequestedAt Client.retainUntil Mutation.eraseClient',
    'Mutation.requestErasure',
    'Query.checkpoint Query.consistency Statement.proofBundleUrl Statement.proofs TaskKind.APPROVE_ERASURE',
    'Visit.proofBundleUrl Visit.proofs',
  ],
};

export const LATER: readonly string[] = Object.values(later).flatMap((rows) => rows.flatMap((row) => row.split(' ')));

/**
 * What stands otherwise than the contract says by now, as the comparison writes it; each is taken
 * out when it is mended.
 */
export const OTHERWISE: readonly string[] = [];

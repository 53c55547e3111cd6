import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { frameGroups, frameOf, type Participation } from '../../../src/domain/survey/frame.ts';
import { NETWORK, OTHER_NETWORK } from './example-survey.ts';

const [partnerOfficeId, assistOfficeId, caregiverId, consenting, silent] = [
  'partner',
  'assist',
  'caregiver',
  'consenting',
  'silent',
].map((name) => uuidOf(name)) as [string, string, string, string, string];
const visit = { networkId: NETWORK, partnerOfficeId, assistOfficeId, caregiverId, clientId: consenting };
const participation: Participation = {
  made: [
    { networkId: NETWORK, officeId: partnerOfficeId },
    { networkId: NETWORK, officeId: partnerOfficeId },
  ],
  took: [
    { networkId: NETWORK, officeId: assistOfficeId },
    { networkId: OTHER_NETWORK, officeId: assistOfficeId },
  ],
  visits: [visit, visit, { ...visit, clientId: silent }],
  consented: [consenting],
  partnerOf: {},
};
const everybody = ['PARTNER_OFFICE', 'ASSIST_OFFICE', 'CAREGIVER', 'CLIENT', 'FAMILY', 'CARE_MANAGER'] as const;

t.test('rule 37: the frame by audience and network, each once', (t) => {
  const group = (audience: (typeof everybody)[number], eligible: number, invited: number, networkId = NETWORK) => ({
    audience,
    networkId,
    eligible,
    invited,
  });
  t.strictSame(
    new Set(frameGroups(frameOf(participation, everybody)).map((each) => JSON.stringify(each))),
    new Set(
      [
        group('PARTNER_OFFICE', 1, 1),
        group('ASSIST_OFFICE', 1, 1),
        group('ASSIST_OFFICE', 1, 1, OTHER_NETWORK),
        group('CAREGIVER', 1, 1),
        group('CLIENT', 2, 1),
        group('FAMILY', 2, 1),
        group('CARE_MANAGER', 2, 2),
      ].map((each) => JSON.stringify(each)),
    ),
  );
  t.end();
});

t.test('rule 37: CLIENT and FAMILY without consent are eligible, not invited; the partner office hands out', (t) => {
  const clients = frameOf(participation, ['CLIENT', 'FAMILY', 'CARE_MANAGER']);
  t.ok(clients.every(({ officeId, caregiverId: none }) => officeId === partnerOfficeId && none === null));
  t.strictSame(
    clients
      .filter(({ clientId }) => clientId === silent)
      .map(({ audience, invited }) => `${audience} ${invited}`)
      .sort(),
    ['CARE_MANAGER true', 'CLIENT false', 'FAMILY false'],
  );
  t.end();
});

t.test(
  'rule 37: an office whose visits were made in the period took part, though the delegation lies before it',
  (t) => {
    const offices = frameOf({ ...participation, made: [], took: [] }, ['PARTNER_OFFICE', 'ASSIST_OFFICE']);
    t.strictSame(offices.map(({ audience, officeId }) => `${audience} ${officeId}`).sort(), [
      `ASSIST_OFFICE ${assistOfficeId}`,
      `PARTNER_OFFICE ${partnerOfficeId}`,
    ]);
    t.end();
  },
);

t.test('only audiences that are asked; ids are the same in every survey', (t) => {
  t.strictSame(frameOf(participation, ['CAREGIVER']), [
    {
      respondentId: uuidOf('respondent', 'CAREGIVER', NETWORK, caregiverId),
      audience: 'CAREGIVER',
      networkId: NETWORK,
      officeId: assistOfficeId,
      caregiverId,
      clientId: null,
      invited: true,
    },
  ]);
  t.end();
});

import { z } from 'zod';
import * as commands from '../../commands/network.ts';
import type { Uuid } from '../../domain/ids.ts';
import { networkRoleSchema } from '../../domain/vocabulary.ts';
import { day, freeText, id, name, oneOrMore, orNull, subject, within } from '../input-shapes.ts';
import { type AnyMutation, addressed, entity, mutation, sends } from '../mutation.ts';
import { offices } from '../office/visibility.ts';
import { networks } from './visibility.ts';

const ofNetwork = ({ networkId }: { networkId: Uuid }) => [addressed(networks, networkId, 'networkId')];
const ofNetworkAndOffice = ({ networkId, officeId }: { networkId: Uuid; officeId: Uuid }) => [
  ...ofNetwork({ networkId }),
  addressed(offices, officeId, 'officeId'),
];
const toNetwork = entity('network', networks);
const fiscalYear = within({ from: 2000, to: 2100 });

/** Mutations on networks: for ADMINISTRATOR only. */
export const networkMutations: Readonly<Record<string, AnyMutation>> = {
  formNetwork: mutation({
    input: z.strictObject({ name, area: name, fiscalYear }),
    addresses: () => [],
    run: sends(commands.formNetwork),
    ...toNetwork,
  }),
  dissolveNetwork: mutation({
    input: z.strictObject({ networkId: id, reason: freeText }),
    // A repeat finds what it has dissolved.
    addresses: ({ networkId }) => [addressed({ ...networks, sees: () => true }, networkId, 'networkId')],
    run: (input, { app, viewer }, caller) =>
      commands.dissolveNetwork(app, caller, { ...input, bySubject: viewer?.subject ?? '' }),
    field: 'network',
    row: (networkId, context) => context.visible(networks, networkId),
  }),
  joinNetwork: mutation({
    input: z.strictObject({ networkId: id, officeId: id, roles: oneOrMore(networkRoleSchema), joinedOn: day }),
    addresses: ofNetworkAndOffice,
    run: sends(commands.joinNetwork),
    ...toNetwork,
  }),
  leaveNetwork: mutation({
    input: z.strictObject({ networkId: id, officeId: id, leftOn: day }),
    addresses: ofNetworkAndOffice,
    run: sends(commands.leaveNetwork),
    ...toNetwork,
  }),
  appointToNetwork: mutation({
    input: z.strictObject({
      networkId: id,
      subject,
      name: orNull(name),
      role: z.enum(['CONSULTANT', 'AUDITOR'], 'CONSULTANT or AUDITOR'),
    }),
    addresses: ofNetwork,
    run: sends(commands.appointToNetwork),
    ...toNetwork,
  }),
  dismissFromNetwork: mutation({
    input: z.strictObject({ networkId: id, subject, reason: freeText }),
    addresses: ofNetwork,
    run: sends(commands.dismissFromNetwork),
    ...toNetwork,
  }),
};

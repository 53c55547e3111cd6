import { gunzipSync } from 'node:zlib';
import { planIdOf, streamOf, type Uuid } from '../../domain/ids.ts';
import { careplanFilesOf, coverOf, plannedVisitsOf } from '../../projections/careplans.ts';
import { clients } from '../client/visibility.ts';
import type { ApiContext } from '../context.ts';
import { delegations } from '../delegation/visibility.ts';
import { type Download, downloadUrl } from '../download.ts';
import { memberNameShownTo } from '../member/name.ts';
import type { Slice } from '../slice.ts';
import { coordinatedOffice } from '../viewer.ts';
import { careplanMutations } from './mutations.ts';
import { careplanFiles } from './visibility.ts';

const FILES = 'careplan';
const MS932_CSV = 'text/csv; charset=Shift_JIS';

/** A file that was made, byte for byte as it was; gone once the client's key has been destroyed. */
const download: Download = {
  kind: FILES,
  find: async ({ id }, context) => {
    const file = context.visible(careplanFiles, id);
    const place = file && { stream: streamOf('plan', file.planId), path: 'content' };
    const content = place && (await context.open(file.sealedContent, place));
    return content
      ? { name: file.name, contentType: MS932_CSV, content: gunzipSync(Buffer.from(content, 'base64')) }
      : null;
  },
};

const officeOf = ({ viewer }: ApiContext): Uuid => coordinatedOffice(viewer) ?? '';

export const careplanSlice: Slice = {
  resolvers: {
    Client: {
      plan: (row, { month }, context) => {
        const { readModel } = context.app;
        const visits = plannedVisitsOf(readModel, planIdOf(row.id, month), officeOf(context));
        context.cost.rows(visits.length);
        return visits;
      },
      careplanFiles: (row, { month }, context) => {
        const files = careplanFilesOf(context.app.readModel, planIdOf(row.id, month), officeOf(context));
        return context.keep(careplanFiles, files);
      },
    },
    PlannedVisit: {
      byOwnOffice: ({ id }, _args, context) => coverOf(context.app.readModel, id)?.withdrawn !== false,
      delegation: ({ id }, _args, context) =>
        context.visible(delegations, coverOf(context.app.readModel, id)?.delegationId ?? null),
    },
    CareplanFile: {
      url: ({ id }, _args, { app }) => downloadUrl(app, FILES, id),
      createdBy: (row, _args, context) => memberNameShownTo(context, row.createdBySubject, row.officeId),
    },
  },
  mutations: careplanMutations,
  rights: [clients, careplanFiles],
  downloads: [download],
};

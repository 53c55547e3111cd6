import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { mainJobCases } from './main-job-cases.ts';

mainJobCases(t, startNode);

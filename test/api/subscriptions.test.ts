import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { subscriptionCases } from './subscription-cases.ts';

subscriptionCases(t, startNode);

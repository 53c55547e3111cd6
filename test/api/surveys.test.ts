import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { surveyCases } from './survey-cases.ts';

surveyCases(t, startNode);

import type { Resource } from '../operation';
import { agent } from './agent';
import { batchCall } from './batchCall';
import { call } from './call';
import { lead } from './lead';
import { phoneNumber } from './phoneNumber';
import { workflow } from './workflow';

export const resources: Resource[] = [agent, batchCall, call, lead, phoneNumber, workflow];

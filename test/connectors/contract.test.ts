import { describeConnector } from '../contracts/connector.js';
import { connectorCases } from './cases.js';

for (const subject of connectorCases) describeConnector(subject);

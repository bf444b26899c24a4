import { extendSchema, parse } from 'graphql';
import { buildApiSchema } from './build-schema';
import { requireAudits } from './require-audits';

describe('the audit log and the schema', () => {
  const schema = buildApiSchema();

  it('only signing in and out and the calls of a widget leave no entry', () => {
    const unrecorded = [...requireAudits(schema)].filter(([, action]) => action === 'NOTHING');

    expect(unrecorded.map(([name]) => name).sort()).toEqual([
      'disconnect',
      'heartbeat',
      'identify',
      'login',
      'logout',
      'recordPageView',
    ]);
  });

  it('every other mutation is recorded by its own name', () => {
    const recorded = [...requireAudits(schema)].filter(([, action]) => action !== 'NOTHING');

    expect(recorded.filter(([name, action]) => name !== action)).toEqual([]);
  });

  it('a new mutation that says nothing about it is refused at the start', () => {
    const later = extendSchema(schema, parse('extend type Mutation { sellSite: Boolean }'));

    expect(() => requireAudits(later)).toThrow('Mutation.sellSite says nothing about the audit log');
  });
});

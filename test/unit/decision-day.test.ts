// The day that stands beside a decision.
import * as assert from 'node:assert/strict';
import { today } from '../../server/src/config/clearance-lines';

describe('the day of a decision', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('is that of whoever decides', () => {
    // 25 hours apart: at any moment one of them has another day than London
    for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = place;
      assert.equal(today(), new Intl.DateTimeFormat('en-CA', { timeZone: place }).format(new Date()), place);
    }
  });
});

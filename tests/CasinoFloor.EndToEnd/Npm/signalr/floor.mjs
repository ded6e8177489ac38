// node floor.mjs ADDRESS json|messagepack: opens the hub's streams as CONTRACT.md says, follows the floor for a few items, and prints what it saw as JSON.
import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

const [address, protocol] = process.argv.slice(2);
const ITEMS = 12;

function connection() {
  const builder = new signalR.HubConnectionBuilder().withUrl(new URL('hubs/floor', address).toString()).configureLogging(signalR.LogLevel.None);
  return (protocol === 'messagepack' ? builder.withHubProtocol(new MessagePackHubProtocol()) : builder).build();
}

/** The first items of a stream; then it is let go. */
function take(hub, stream, request, count) {
  return new Promise((resolve, reject) => {
    const items = [];
    const subscription = hub.stream(stream, request).subscribe({
      next: item => {
        items.push(item);
        if (items.length === count) {
          subscription.dispose();
          resolve(items);
        }
      },
      error: reject,
      complete: () => reject(new Error(`${stream} ended after ${items.length} items`)),
    });
  });
}

const refusal = promise => promise.then(() => null, error => error.message);

const hub = connection();
await hub.start();
const [floor, jackpots, findings] = await Promise.all([
  take(hub, 'Floor', { contract: 1, sections: [] }, ITEMS),
  take(hub, 'Jackpots', { contract: 1, sections: [] }, 1),
  take(hub, 'Findings', { contract: 0, sections: [] }, 1),
]);
const [first] = floor;
const section = first.sections[0].section;
const [some] = await take(hub, 'Floor', { contract: 1, sections: [section] }, 1);
const refused = {
  section: await refusal(take(hub, 'Floor', { contract: 1, sections: ['Nowhere'] }, 1)),
  contract: await refusal(take(hub, 'Floor', { contract: 99, sections: [] }, 1)),
};

// What the items lead to, by the contract's own rule: a snapshot begins anew (the floor may have got another layout), a delta follows the item before it.
let states = new Map();
let chained = true;
for (let i = 0; i < floor.length; i++) {
  if (floor[i].kind === 'snapshot') {
    states = new Map();
  } else {
    chained &&= floor[i].kind === 'delta' && floor[i].follows === floor[i - 1]?.sequence;
  }

  for (const state of floor[i].states) {
    states.set(state.id, state);
  }
}

await hub.stop();
console.log(JSON.stringify({
  kind: first.kind,
  contract: first.contract,
  machines: first.machines.length,
  states: states.size,
  fields: Object.keys(first.states[0]),
  age: Date.now() - first.asOf,
  chained,
  deltas: floor.filter(item => item.kind === 'delta').length,
  changed: floor.slice(1).reduce((sum, item) => sum + item.states.length, 0),
  ofSection: { machines: some.machines.length, others: some.machines.filter(machine => machine.section !== section).length },
  jackpots: { kind: jackpots[0].kind, isList: Array.isArray(jackpots[0].jackpots) },
  findings: { kind: findings[0].kind, isList: Array.isArray(findings[0].raised) && Array.isArray(findings[0].cleared) },
  refused,
}));

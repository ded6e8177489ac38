// What a section or a bank says as a whole: its machines' figures taken together, by the layer that is shown. Reckoned anew with each
// update in one pass over the machines; only groups that say something else afterwards want drawing.

const CATEGORIES = 8;

export class Groups {
  /**
   * @param of each machine's group, -1 for none
   * @param count how many groups
   */
  constructor(of, count) {
    this.of = of;
    this.count = count;
    this.machines = new Int32Array(count);
    this.known = new Int32Array(count);
    this.sum = new Float64Array(count);
    this.greatest = new Float64Array(count);
    this.counts = Array.from({ length: count }, () => new Int32Array(CATEGORIES));
    this.says = Array.from({ length: count }, () => ({ colour: 0, text: '', note: '' }));
    // Since they were last drawn; since the drawing anew that is under way began.
    this.changed = new Uint8Array(count);
    this.since = new Uint8Array(count);
  }

  update(state, scale) {
    this.machines.fill(0);
    this.known.fill(0);
    this.sum.fill(0);
    this.greatest.fill(0);
    for (const counts of this.counts) {
      counts.fill(0);
    }

    const named = scale.ticks === null;
    for (let i = 0; i < state.count; i++) {
      const group = this.of[i];
      if (group < 0) {
        continue;
      }

      this.machines[group]++;
      const colour = scale.colourOf(state, i);
      if (colour < 0) {
        continue;
      }

      this.known[group]++;
      if (named) {
        this.counts[group][colour]++;
      } else {
        const value = scale.valueOf(state, i);
        this.sum[group] += value;
        this.greatest[group] = Math.max(this.greatest[group], value);
      }
    }

    for (let group = 0; group < this.count; group++) {
      this.#say(group, scale);
    }
  }

  #say(group, scale) {
    const before = this.says[group];
    const says = scale.total({
      machines: this.machines[group],
      known: this.known[group],
      sum: this.sum[group],
      mean: this.sum[group] / this.known[group],
      greatest: this.greatest[group],
      counts: this.counts[group],
    });
    if (says.colour !== before.colour || says.text !== before.text || says.note !== before.note) {
      this.says[group] = says;
      this.changed[group] = this.since[group] = 1;
    }
  }
}

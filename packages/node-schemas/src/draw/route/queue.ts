/** Numbers by urgency: those with the lowest rank come out first. A binary heap. */
export interface Queue {
  push(item: number, rank: number): void;
  /** Undefined when it is empty. */
  pop(): number | undefined;
}

/** An empty queue. */
export function createQueue(): Queue {
  const items: number[] = [];
  const ranks: number[] = [];
  const rankAt = (place: number) => ranks[place] ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number) => {
    const item = items[a] ?? 0;
    const rank = rankAt(a);
    items[a] = items[b] ?? 0;
    ranks[a] = rankAt(b);
    items[b] = item;
    ranks[b] = rank;
  };
  return {
    push(item, rank) {
      let place = items.push(item) - 1;
      ranks.push(rank);
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (rankAt(parent) <= rankAt(place)) break;
        swap(parent, place);
        place = parent;
      }
    },
    pop() {
      if (items.length === 0) return undefined;
      swap(0, items.length - 1);
      const first = items.pop();
      ranks.pop();
      for (let place = 0; ; ) {
        const left = 2 * place + 1;
        const smaller = rankAt(left + 1) < rankAt(left) ? left + 1 : left;
        if (rankAt(place) <= rankAt(smaller)) break;
        swap(place, smaller);
        place = smaller;
      }
      return first;
    },
  };
}

/** Something that waits for its answer. */
interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at the same time. While one round of work is under way the next gathers, so that a
 * lone caller never waits and a crowd shares one commit. Each is answered only when their round is done.
 */
export class Gathering<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private lanes = 0;

  /**
   * @param work answers items in their order; it must be repeatable, because a round that fails is done again one by one
   * @param limits how many rounds may run at once, and the most items of a round
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly limits: { readonly lanes: number; readonly most: number },
  ) {}

  /** The answer to one item. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => { this.go(); });
    });
  }

  private go(): void {
    while (this.lanes < this.limits.lanes && this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.limits.most);
      this.lanes += 1;
      void this.run(round).finally(() => {
        this.lanes -= 1;
        this.go();
      });
    }
  }

  private async run(round: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(round.map(({ item }) => item));
      for (const [n, { resolve, reject }] of round.entries()) {
        const answer = answers[n];
        if (answer === undefined) reject(new Error('a round of work left an item without an answer'));
        else resolve(answer);
      }
    } catch (error) {
      if (round.length === 1) round[0]?.reject(error);
      // What one of them did wrong must not fall on the others.
      else for (const one of round) await this.run([one]);
    }
  }
}

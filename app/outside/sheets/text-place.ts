/** Tells text that a cell shows from furigana, which Excel keeps beside it. */
export class TextPlace {
  #isText = false;
  #isFurigana = false;

  get isShown() {
    return this.#isText && !this.#isFurigana;
  }

  enter(name: string) {
    if (name === 't') this.#isText = true;
    if (name === 'rPh') this.#isFurigana = true;
  }

  leave(name: string) {
    if (name === 't') this.#isText = false;
    if (name === 'rPh') this.#isFurigana = false;
  }
}

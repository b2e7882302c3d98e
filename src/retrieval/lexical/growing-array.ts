type TypedArray = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** A typed array that doubles when it is full: a build does not know its number of postings. */
export interface GrowingArray<Values extends TypedArray> {
  readonly length: number;
  values(): Values;
  push(value: number): void;
  get(position: number): number;
  set(position: number, value: number): void;
}

export function growingArray<Values extends TypedArray>(
  make: (length: number) => Values,
): GrowingArray<Values> {
  let room = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    values: () => room.subarray(0, length) as Values,
    get: (position) => room[position] as number,
    set: (position, value) => {
      room[position] = value;
    },
    push: (value) => {
      if (length === room.length) {
        const larger = make(length * 2);
        larger.set(room);
        room = larger;
      }
      room[length++] = value;
    },
  };
}

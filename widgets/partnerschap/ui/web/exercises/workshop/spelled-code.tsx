// The code of a session as people read it out: two times three. A browser that translates leaves it.

export function SpelledCode({ code }: { code: string }) {
  return (
    <span class="ps-spelled" translate={false}>
      <span aria-hidden="true">{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
      <span class="ps-hidden">{[...code].join(" ")}</span>
    </span>
  );
}

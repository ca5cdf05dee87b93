// Lines to put in an order: by dragging, or with the buttons at each.

import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../../lib/app";
import { useProgress } from "../../lib/screens";
import { Fieldset, type FormProps } from "./fieldset";
import { useOrderDrag } from "./order-drag";
import { type Answering, firstOrder, type OrderQuestion, readOrder } from "./quiz";
import "../../controls/buttons.css";

type Way = "up" | "down";
const WAYS = ["up", "down"] as const;

export function OrderForm({ question, onChoose }: FormProps<OrderQuestion>) {
  const { word, say } = useApp();
  const { memory } = useProgress<Answering>();
  const { id, options } = question;
  const total = options.length;
  const order = readOrder(question, memory.answers[id]) ?? firstOrder(question, memory.seed);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ to: number; way: Way } | null>(null);

  // Who moves a line goes along with it; at the end of the list the button that was used is out of use.
  useLayoutEffect(() => {
    if (!moved.current) return;
    const { to, way } = moved.current;
    moved.current = null;
    const row = list.current?.children[to];
    const same = row?.querySelector<HTMLElement>(`[data-way=${way}]:enabled`);
    (same ?? row?.querySelector<HTMLElement>("button:enabled"))?.focus();
  });

  const move = (from: number, to: number) => {
    const others = order.filter((one) => one !== order[from]);
    onChoose([...others.slice(0, to), order[from], ...others.slice(to)]);
  };
  const tell = (line: number, to: number) =>
    say(word("kennischeck.moved", { n: to + 1, total, text: options[line].text }));
  const press = (from: number, way: Way) => {
    const to = way === "up" ? from - 1 : from + 1;
    moved.current = { to, way };
    move(from, to);
    tell(order[from], to);
  };
  const drag = useOrderDrag({ list, order, move, onMoved: tell });
  return (
    <Fieldset question={question}>
      <ol class="ps-order" ref={list} {...drag}>
        {order.map((index, position) => (
          <li key={index}>
            <span class="ps-grip" aria-hidden="true" />
            <span class="ps-order-text">{options[index].text}</span>
            <span class="ps-movers">
              {WAYS.map((way) => (
                <button
                  key={way}
                  type="button"
                  class="ps-button"
                  data-way={way}
                  aria-label={word(`kennischeck.${way}_of`, { text: options[index].text })}
                  disabled={position === (way === "up" ? 0 : total - 1)}
                  onClick={() => press(position, way)}
                >
                  <span aria-hidden="true">{way === "up" ? "↑ " : "↓ "}</span>
                  {word(`kennischeck.${way}`)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Fieldset>
  );
}

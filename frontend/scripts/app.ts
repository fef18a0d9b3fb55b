// Pages work before this arrives; each `data-enhance="name"` only makes one part of a page nicer.
import { confirmOnce } from "./enhance/confirm-once.ts";
import { copy } from "./enhance/copy.ts";
import { dragToRank } from "./enhance/drag-to-rank.ts";
import { eventDay } from "./enhance/event-day.ts";
import { filePreview } from "./enhance/file-preview.ts";
import { filter } from "./enhance/filter.ts";
import { focus } from "./enhance/focus.ts";
import { forgetDrafts } from "./enhance/forget-drafts.ts";
import { keepDraft } from "./enhance/keep-draft.ts";
import { live } from "./enhance/live.ts";
import { print } from "./enhance/print.ts";
import { forgetList } from "./enhance/rank-saving.ts";

const enhancements: Record<string, (element: HTMLElement) => void> = {
  "confirm-once": confirmOnce,
  copy,
  "drag-to-rank": dragToRank,
  "event-day": eventDay,
  "file-preview": filePreview,
  filter,
  focus,
  "forget-drafts": forgetDrafts,
  "forget-list": forgetList,
  "keep-draft": keepDraft,
  live,
  print,
};

export function enhance(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-enhance]")) {
    for (const name of (element.dataset.enhance ?? "").split(" ")) {
      enhancements[name]?.(element);
    }
  }
}

enhance(document);

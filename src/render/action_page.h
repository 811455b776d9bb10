/* The page of an action: all that its plan says of it, and what it has to do with. */
#ifndef RENDER_ACTION_PAGE_H
#define RENDER_ACTION_PAGE_H

#include "render/pen.h"

bool action_page_html(const struct view *view, struct buf *out);

/* At the address of an action that is gone: it leads to those that go on in its place. */
bool old_action_page_html(const struct view *view, struct buf *out);

/* The name of an action for a heading or a link, not too long. Lives in the page's arena. */
struct str action_short_name(struct pen *pen, const struct action *action);

/* That name with a link to the action's page, or to its plan's where it has none. */
void action_link_write(struct pen *pen, const struct plan *plan, const struct action *action);

#endif

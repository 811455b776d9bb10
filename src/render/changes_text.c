/* Changes for a terminal: by plan, theme and action, words as `git diff --word-diff` shows them. */
#include "render/changes.h"
#include "report/printable.h"

#define PLAIN "\x1b[0m"
#define BOLD "\x1b[1m"
#define RED "\x1b[31m"
#define GREEN "\x1b[32m"
#define YELLOW "\x1b[33m"
#define FAINT "\x1b[2m"

struct pass {
	const struct changes_view *view;
	struct buf *out;
	struct arena arena;
	const struct change *last; /* the one before, whose headings still hold */
};

static void paint(const struct pass *pass, const char *colour)
{
	if (pass->view->is_coloured)
		buf_add_c(pass->out, colour);
}

static void add_value(const struct pass *pass, const struct buf *words, const char *colour)
{
	if (!words->len)
		return;
	paint(pass, colour);
	printable_add(pass->out, buf_str(words));
	paint(pass, PLAIN);
}

static void add_pieces(struct pass *pass, const struct change *change)
{
	static const struct {
		const char *begin, *end, *colour;
	} marks[] = {
		[PIECE_SAME] = { "", "", "" },
		[PIECE_REMOVED] = { "[-", "-]", RED },
		[PIECE_ADDED] = { "{+", "+}", GREEN },
	};

	for (size_t i = 0; i < change->piece_count; i++) {
		const struct piece *piece = &change->pieces[i];

		/* As git does it: what was put for something stands right behind it. */
		if (i && !(piece->kind == PIECE_ADDED && piece[-1].kind == PIECE_REMOVED))
			buf_add_byte(pass->out, ' ');
		if (piece->kind != PIECE_SAME)
			paint(pass, marks[piece->kind].colour);
		buf_add_c(pass->out, marks[piece->kind].begin);
		printable_add(pass->out, change_piece_words(change, i, &pass->arena));
		buf_add_c(pass->out, marks[piece->kind].end);
		if (piece->kind != PIECE_SAME)
			paint(pass, PLAIN);
	}
}

/* "nothing" where nothing stands beside something. */
static void add_side(const struct pass *pass, const struct buf *words, const char *colour)
{
	if (words->len)
		add_value(pass, words, colour);
	else
		buf_add_c(pass->out, "nothing");
}

static void add_values(const struct pass *pass, const struct change *change)
{
	struct buf old = { 0 };
	struct buf new = { 0 };

	change_old_print(change, &old);
	change_new_print(change, &new);
	if (change_has_sides(change)) {
		add_side(pass, &old, RED);
		buf_add_c(pass->out, " → ");
		add_side(pass, &new, GREEN);
	} else {
		add_value(pass, &old, RED);
		add_value(pass, &new, GREEN);
	}
	buf_release(&old);
	buf_release(&new);
}

/* " (92 days later, no reason given)". */
static void add_days(const struct pass *pass, const struct change *change)
{
	struct buf words = { 0 };

	change_days_print(change, NULL, &words);
	if (change_lacks_reason(change))
		buf_printf(&words, "%sno reason given", words.len ? ", " : "");
	if (words.len)
		buf_printf(pass->out, " (%s)", words.at);
	buf_release(&words);
}

static const char *kind_colour(enum change_kind kind)
{
	switch (change_types[kind].weight) {
	case WEIGHT_MAJOR: return BOLD;
	case WEIGHT_EDITORIAL: return FAINT;
	default: return "";
	}
}

/* What came or went as a whole is named by the heading above it. */
static bool tells_values(const struct change *change)
{
	switch (change->kind) {
	case CHANGE_ACTION_ADDED:
	case CHANGE_ACTION_REMOVED:
	case CHANGE_THEME_ADDED:
	case CHANGE_THEME_REMOVED:
	case CHANGE_SECTION_ADDED:
	case CHANGE_SECTION_REMOVED: return false;
	default: return change->old.kind != VALUE_NONE || change->new.kind != VALUE_NONE;
	}
}

static void add_change(struct pass *pass, const struct change *change)
{
	const char *indent = change->action                     ? "      "
			     : change->theme || change->section ? "    "
								: "  ";

	buf_add_c(pass->out, indent);
	paint(pass, kind_colour(change->kind));
	buf_add_c(pass->out, change_types[change->kind].name);
	paint(pass, PLAIN);
	if (change->field.len) {
		buf_add_byte(pass->out, ' ');
		printable_add(pass->out, change->field);
	}
	if (change->piece_count) {
		buf_add_c(pass->out, ": ");
		add_pieces(pass, change);
	} else if (tells_values(change)) {
		buf_add_c(pass->out, ": ");
		add_values(pass, change);
	}
	add_days(pass, change);
	buf_add_byte(pass->out, '\n');
}

/* "  theme homes: Good homes". */
static void add_heading(const struct pass *pass, const char *what, struct str id, struct str title)
{
	buf_add_c(pass->out, what);
	paint(pass, YELLOW);
	printable_add(pass->out, id);
	paint(pass, PLAIN);
	buf_add_c(pass->out, id.len && title.len ? ": " : "");
	printable_add(pass->out, title);
	buf_add_byte(pass->out, '\n');
}

static void add_headings(struct pass *pass, const struct change *change)
{
	const struct change *last = pass->last;
	bool is_new = !last || !str_equal(change_owner(last), change_owner(change));

	if (is_new) {
		buf_add_c(pass->out, last ? "\n" : "");
		paint(pass, BOLD);
		printable_add_first(pass->out, change_owner(change));
		paint(pass, PLAIN);
		buf_add_byte(pass->out, '\n');
	}
	if (change->section && (is_new || last->section != change->section))
		add_heading(pass, "  section ", change->section->thing.id,
			    change->section->title.words);
	if (change->theme && (is_new || last->theme != change->theme))
		add_heading(pass, "  theme ", change->theme->thing.id, change->theme->title.words);
	if (change->action &&
	    (is_new || last->action != change->action || last->theme != change->theme))
		add_heading(pass, change->theme ? "    " : "  ", change->action->thing.id,
			    change_action_title(change->action, &pass->arena));
}

/* "10 June 2024: ", which tells one reason from another. */
static void add_day(const struct pass *pass, const struct revision *revision)
{
	struct buf words = { 0 };

	date_print(&revision->date, &words);
	printable_add(pass->out, buf_str(&words));
	buf_add_c(pass->out, words.len ? ": " : "");
	buf_release(&words);
}

/* Once behind all changes that they came with. */
static void add_reasons(const struct pass *pass, const struct change *change,
			const struct change *next)
{
	const struct reasons *reasons = change->reasons;

	if (!reasons || (next && next->reasons == reasons))
		return;
	for (size_t i = 0; i < reasons->count; i++) {
		buf_add_c(pass->out, i ? "                 " : "        because: ");
		if (reasons->count > 1)
			add_day(pass, reasons->at[i]);
		printable_add(pass->out, str_trim(reasons->at[i]->reason.words));
		buf_add_byte(pass->out, '\n');
	}
}

static void write_text(const struct changes_view *view, struct buf *out)
{
	const struct changes *changes = view->changes;
	struct pass pass = { .view = view, .out = out };

	arena_init(&pass.arena);
	for (size_t i = 0; i < changes->list.len; i++) {
		const struct change *change = &changes->list.at[i];

		add_headings(&pass, change);
		add_change(&pass, change);
		add_reasons(&pass, change, i + 1 < changes->list.len ? change + 1 : NULL);
		pass.last = change;
	}
	if (changes->list.len) {
		buf_add_byte(out, '\n');
		changes_sum_up(changes_all(changes), NULL, out);
		buf_add_byte(out, '\n');
	}
	arena_release(&pass.arena);
}

const struct changes_format changes_text = {
	.name = "text",
	.summary = "for people, on a terminal",
	.write = write_text,
};

#include "base/image.h"
#include "base/bug.h"

static unsigned byte_at(struct str bytes, size_t at)
{
	return (unsigned char)bytes.at[at];
}

static uint32_t two_bytes(struct str bytes, size_t at)
{
	return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/* The signature, and IHDR as the first chunk: its length, name, width and height. */
static bool read_png(struct str bytes, struct image *image)
{
	static const struct str head = STR_INIT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR");

	if (bytes.len < head.len + 8 || !str_starts(bytes, head))
		return false;
	image->kind = IMAGE_PNG;
	image->width = two_bytes(bytes, head.len) << 16 | two_bytes(bytes, head.len + 2);
	image->height = two_bytes(bytes, head.len + 4) << 16 | two_bytes(bytes, head.len + 6);
	return true;
}

static bool read_gif(struct str bytes, struct image *image)
{
	if (bytes.len < 10 ||
	    (!str_starts(bytes, STR("GIF87a")) && !str_starts(bytes, STR("GIF89a"))))
		return false;
	image->kind = IMAGE_GIF;
	image->width = byte_at(bytes, 6) | byte_at(bytes, 7) << 8;
	image->height = byte_at(bytes, 8) | byte_at(bytes, 9) << 8;
	return true;
}

/* Whether a marker begins a frame, which says the size: SOF0 to SOF15 without DHT, JPG and DAC. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
	       marker != 0xCC;
}

/* A row of segments, each with its length, down to the frame. */
static bool read_jpeg(struct str bytes, struct image *image)
{
	size_t at = 2;

	if (!str_starts(bytes, STR("\xFF\xD8\xFF")))
		return false;
	while (at + 9 <= bytes.len && byte_at(bytes, at) == 0xFF) {
		unsigned marker = byte_at(bytes, at + 1);

		if (marker == 0xFF) { /* a filler */
			at++;
			continue;
		}
		if (is_frame(marker)) {
			image->kind = IMAGE_JPEG;
			image->height = two_bytes(bytes, at + 5);
			image->width = two_bytes(bytes, at + 7);
			return true;
		}
		at += 2 + two_bytes(bytes, at + 2);
	}
	return false;
}

bool image_read(struct str bytes, struct image *image)
{
	*image = (struct image){ .kind = IMAGE_NONE };
	return (read_png(bytes, image) || read_gif(bytes, image) || read_jpeg(bytes, image)) &&
	       image->width && image->height;
}

const char *image_extension(enum image_kind kind)
{
	switch (kind) {
	case IMAGE_PNG: return "png";
	case IMAGE_JPEG: return "jpg";
	case IMAGE_GIF: return "gif";
	case IMAGE_NONE: break;
	}
	BUG("no picture");
}

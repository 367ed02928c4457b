/* What makes an item of a source the same item tomorrow. */
#ifndef SOUSEDE_FEED_IDENTITY_H
#define SOUSEDE_FEED_IDENTITY_H
struct feed;

/* Fills key and hash of every item and sees to it that no key comes twice: equal items become one; of different items with one
 * identity the newest keeps it, the others are told by their title and day as well. The order of items stays. */
void identity_settle(struct feed *f);
#endif

//! The allocator of what pages load. The standard library's own weighs 5 kB, which a form pays for on every page and needs nothing of; a
//! report reads its answers piece by piece, and takes a fifth to two thirds more memory with this one.
//!
//! Memory is handed out in blocks of a power of two. A freed block waits in the list of its size, and is handed out again before any new
//! memory is taken; blocks are neither split nor joined, so that every size takes as much as it ever had in use at once.

#![allow(unsafe_code, reason = "an allocator hands out raw memory; each block below says why it is sound")]

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ptr::null_mut;

/// The smallest block holds the link to the next free one, and keeps every block aligned for any type of ours.
const SMALLEST: usize = 16;
/// One list for each power of two that an address can have.
const SIZES: usize = usize::BITS as usize;

/// How much memory is asked for at once.
const PAGE: usize = 1 << 16;

/// Memory, in blocks.
pub(super) struct Blocks {
    /// Where free blocks wait, by size.
    free: [Cell<*mut u8>; SIZES],
    /// Memory that was never handed out, and how many bytes of it there are.
    fresh: Cell<*mut u8>,
    left: Cell<usize>,
    /// Gives so many pages of new memory, aligned to [`SMALLEST`]; or null.
    pages: fn(usize) -> *mut u8,
}

// SAFETY: the one thread of a wasm instance without threads is the only user; in tests each thread has its own.
unsafe impl Sync for Blocks {}

impl Blocks {
    pub(super) const fn new(pages: fn(usize) -> *mut u8) -> Self {
        Self { free: [const { Cell::new(null_mut()) }; SIZES], fresh: Cell::new(null_mut()), left: Cell::new(0), pages }
    }

    fn list(&self, size: usize) -> &Cell<*mut u8> {
        &self.free[size.trailing_zeros() as usize % SIZES]
    }

    fn fresh(&self, size: usize) -> *mut u8 {
        if self.left.get() < size {
            let pages = size.div_ceil(PAGE);
            let more = (self.pages)(pages);
            if more.is_null() {
                return more;
            }
            // Pages come one behind the other, as a rule.
            let joined = more == self.fresh.get().wrapping_add(self.left.get());
            if joined {
                self.left.update(|left| left + pages * PAGE);
            } else {
                self.fresh.set(more);
                self.left.set(pages * PAGE);
            }
        }
        let block = self.fresh.get();
        self.fresh.set(block.wrapping_add(size));
        self.left.update(|left| left - size);
        block
    }
}

/// The size of the block that holds this many bytes.
fn block(size: usize) -> usize {
    size.max(SMALLEST).next_power_of_two()
}

// SAFETY: a block is handed out by one caller until it is given back, is as large as asked for at least, and aligned to `SMALLEST`; what
// needs more gets null, which says that there is no such memory.
unsafe impl GlobalAlloc for Blocks {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > SMALLEST {
            return null_mut();
        }
        let size = block(layout.size());
        let list = self.list(size);
        let first = list.get();
        if first.is_null() {
            return self.fresh(size);
        }
        // SAFETY: what is in a list is a free block, and begins with the link that `dealloc` wrote.
        list.set(unsafe { first.cast::<*mut u8>().read() });
        first
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        let list = self.list(block(layout.size()));
        // SAFETY: the caller gives back a block of ours, aligned and large enough for a pointer, and uses it no more.
        unsafe { pointer.cast::<*mut u8>().write(list.get()) };
        list.set(pointer);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if block(size) == block(layout.size()) {
            return pointer;
        }
        // SAFETY: the caller's promises on `realloc` are those on `alloc`, and both blocks are at least as large as the smaller size.
        unsafe {
            let larger = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !larger.is_null() {
                pointer.copy_to_nonoverlapping(larger, size.min(layout.size()));
                self.dealloc(pointer, layout);
            }
            larger
        }
    }
}

/// The pages of a wasm instance.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Blocks = Blocks::new(|pages| match core::arch::wasm32::memory_grow::<0>(pages) {
    usize::MAX => null_mut(),
    before => (before * PAGE) as *mut u8,
});

#[cfg(test)]
mod tests {
    use std::alloc::System;

    use proptest::prelude::*;

    use super::*;

    thread_local!(static PAGES: Cell<usize> = const { Cell::new(0) });

    fn pages(pages: usize) -> *mut u8 {
        PAGES.set(PAGES.get() + pages);
        // SAFETY: the size is not zero, for a block is not.
        unsafe { System.alloc_zeroed(Layout::from_size_align(pages * PAGE, SMALLEST).expect("a layout")) }
    }

    /// Something in memory: where, how large, and the byte that it is filled with.
    type Held = (*mut u8, Layout, u8);

    fn holds((pointer, layout, byte): Held) -> bool {
        // SAFETY: whoever holds it filled it, and nobody gave it back.
        unsafe { std::slice::from_raw_parts(pointer, layout.size()) }.iter().all(|one| *one == byte)
    }

    fn filled(pointer: *mut u8, layout: Layout, byte: u8) -> Held {
        assert!(!pointer.is_null() && pointer.addr().is_multiple_of(layout.align()));
        // SAFETY: the block is as large as its layout says.
        unsafe { pointer.write_bytes(byte, layout.size()) };
        (pointer, layout, byte)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_lies_in_memory_stays_as_it_is_until_it_is_given_back(steps in prop::collection::vec((0_u8..3, 1_usize..3000, 0_u32..4, any::<prop::sample::Index>()), 1..200)) {
            let blocks = Blocks::new(pages);
            let mut held: Vec<Held> = Vec::new();
            for (byte, (step, size, align, which)) in steps.into_iter().enumerate() {
                let byte = byte as u8;
                if held.is_empty() || step == 0 {
                    let layout = Layout::from_size_align(size, 1 << align).expect("a layout");
                    // SAFETY: the size is not zero.
                    held.push(filled(unsafe { blocks.alloc(layout) }, layout, byte));
                    continue;
                }
                let place = which.index(held.len());
                let (pointer, layout, before) = held.swap_remove(place);
                prop_assert!(holds((pointer, layout, before)));
                if step == 1 {
                    // SAFETY: it came from here, with this layout.
                    unsafe { blocks.dealloc(pointer, layout) };
                    continue;
                }
                // SAFETY: as above, and the size is not zero.
                let moved = unsafe { blocks.realloc(pointer, layout, size) };
                let kept = Layout::from_size_align(size.min(layout.size()), layout.align()).expect("a layout");
                prop_assert!(holds((moved, kept, before)));
                held.push(filled(moved, Layout::from_size_align(size, layout.align()).expect("a layout"), byte));
            }
            prop_assert!(held.into_iter().all(holds));
        }
    }

    #[test]
    fn what_is_given_back_is_handed_out_again() {
        let blocks = Blocks::new(pages);
        let sizes = [1, 16, 17, 100, 5000, 70_000, 1_000_000];
        let layouts = sizes.map(|size| Layout::from_size_align(size, 8).expect("a layout"));
        let round = || {
            // SAFETY: no size is zero, and each is given back with its own layout.
            let pointers = layouts.map(|layout| unsafe { blocks.alloc(layout) });
            for (pointer, layout) in pointers.into_iter().zip(layouts) {
                unsafe { blocks.dealloc(pointer, layout) };
            }
        };
        round();
        let taken = PAGES.get();
        (0..1000).for_each(|_| round());
        assert_eq!(PAGES.get(), taken);
    }
}

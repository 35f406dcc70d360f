//! Sixteen bytes, taken as 16, 8 or 4 numbers.
//!
//! In the browser each of these is one instruction of simd128. Elsewhere it is a loop over an array that gives the same bits: the
//! scalar twin, with which the rest of this crate runs natively and is tested.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod vector {
    use core::arch::wasm32::*;

    /// Sixteen bytes.
    #[derive(Debug, Clone, Copy)]
    #[repr(transparent)]
    pub(crate) struct Lanes(v128);

    impl Lanes {
        pub(crate) const ZERO: Self = Self(u64x2(0, 0));

        #[inline(always)]
        pub(crate) fn new(bytes: &[u8; 16]) -> Self {
            // SAFETY: a reference to sixteen bytes may be read as sixteen bytes; no alignment is asked for.
            #[allow(unsafe_code, reason = "the one load that core::arch offers takes a pointer")]
            Self(unsafe { v128_load(bytes.as_ptr().cast()) })
        }
        #[inline(always)]
        pub(crate) fn bytes(self) -> [u8; 16] {
            let mut bytes = [0; 16];
            // SAFETY: sixteen bytes of our own are written; no alignment is asked for.
            #[allow(unsafe_code, reason = "the one store that core::arch offers takes a pointer")]
            unsafe {
                v128_store(bytes.as_mut_ptr().cast(), self.0);
            }
            bytes
        }
        #[inline(always)]
        pub(crate) fn splat8(byte: u8) -> Self {
            Self(u8x16_splat(byte))
        }
        #[inline(always)]
        pub(crate) fn or(self, other: Self) -> Self {
            Self(v128_or(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn and(self, other: Self) -> Self {
            Self(v128_and(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn eq8(self, other: Self) -> Self {
            Self(u8x16_eq(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn add8(self, other: Self) -> Self {
            Self(u8x16_add(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn sub8(self, other: Self) -> Self {
            Self(u8x16_sub(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn less8(self, other: Self) -> Self {
            Self(u8x16_sub_sat(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn bits8(self) -> u32 {
            u32::from(u8x16_bitmask(self.0))
        }
        #[inline(always)]
        pub(crate) fn zip_low8(self, other: Self) -> Self {
            Self(u8x16_shuffle::<0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23>(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn zip_high8(self, other: Self) -> Self {
            Self(u8x16_shuffle::<8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31>(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn widen_low8(self) -> Self {
            Self(u16x8_extend_low_u8x16(self.0))
        }
        #[inline(always)]
        pub(crate) fn widen_high8(self) -> Self {
            Self(u16x8_extend_high_u8x16(self.0))
        }
        #[inline(always)]
        pub(crate) fn square_low8(self) -> Self {
            Self(u16x8_extmul_low_u8x16(self.0, self.0))
        }
        #[inline(always)]
        pub(crate) fn square_high8(self) -> Self {
            Self(u16x8_extmul_high_u8x16(self.0, self.0))
        }
        #[inline(always)]
        pub(crate) fn add16(self, other: Self) -> Self {
            Self(u16x8_add(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn shift_left16(self, bits: u32) -> Self {
            Self(u16x8_shl(self.0, bits))
        }
        #[inline(always)]
        pub(crate) fn shift_right16(self, bits: u32) -> Self {
            Self(u16x8_shr(self.0, bits))
        }
        /// The byte of a table at each of these places; 0 where a place is 16 or more.
        #[inline(always)]
        pub(crate) fn of8(self, table: Self) -> Self {
            Self(u8x16_swizzle(table.0, self.0))
        }
        #[inline(always)]
        pub(crate) fn widen_low16(self) -> Self {
            Self(u32x4_extend_low_u16x8(self.0))
        }
        #[inline(always)]
        pub(crate) fn widen_high16(self) -> Self {
            Self(u32x4_extend_high_u16x8(self.0))
        }
        #[inline(always)]
        pub(crate) fn add32(self, other: Self) -> Self {
            Self(u32x4_add(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn shift_right32(self, bits: u32) -> Self {
            Self(u32x4_shr(self.0, bits))
        }
        #[inline(always)]
        pub(crate) fn dot16(self, other: Self) -> Self {
            Self(i32x4_dot_i16x8(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn mul16(self, other: Self) -> Self {
            Self(u16x8_mul(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn of64(two: [u64; 2]) -> Self {
            Self(u64x2(two[0], two[1]))
        }
        #[inline(always)]
        pub(crate) fn two(self) -> [u64; 2] {
            [u64x2_extract_lane::<0>(self.0), u64x2_extract_lane::<1>(self.0)]
        }
        #[inline(always)]
        pub(crate) fn add64(self, other: Self) -> Self {
            Self(u64x2_add(self.0, other.0))
        }
        #[inline(always)]
        pub(crate) fn sum8(self) -> u32 {
            Self(u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(self.0))).sum32()
        }
        #[inline(always)]
        pub(crate) fn sum32(self) -> u32 {
            let pairs = u32x4_add(self.0, u32x4_shuffle::<2, 3, 0, 1>(self.0, self.0));
            u32x4_extract_lane::<0>(pairs).wrapping_add(u32x4_extract_lane::<1>(pairs))
        }
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod vector {
    use std::array::from_fn;

    /// Sixteen bytes.
    #[derive(Debug, Clone, Copy)]
    #[repr(align(16))]
    pub(crate) struct Lanes([u8; 16]);

    #[inline(always)]
    fn from16(numbers: [u16; 8]) -> Lanes {
        Lanes(from_fn(|at| numbers[at / 2].to_le_bytes()[at % 2]))
    }
    #[inline(always)]
    fn from32(numbers: [u32; 4]) -> Lanes {
        Lanes(from_fn(|at| numbers[at / 4].to_le_bytes()[at % 4]))
    }

    impl Lanes {
        pub(crate) const ZERO: Self = Self([0; 16]);

        #[inline(always)]
        fn words(self) -> [u16; 8] {
            from_fn(|at| u16::from_le_bytes([self.0[2 * at], self.0[2 * at + 1]]))
        }
        #[inline(always)]
        fn longs(self) -> [u32; 4] {
            from_fn(|at| u32::from_le_bytes(from_fn(|byte| self.0[4 * at + byte])))
        }
        #[inline(always)]
        fn each8(self, other: Self, work: impl Fn(u8, u8) -> u8) -> Self {
            Self(from_fn(|at| work(self.0[at], other.0[at])))
        }

        #[inline(always)]
        pub(crate) fn new(bytes: &[u8; 16]) -> Self {
            Self(*bytes)
        }
        #[inline(always)]
        pub(crate) fn bytes(self) -> [u8; 16] {
            self.0
        }
        #[inline(always)]
        pub(crate) fn splat8(byte: u8) -> Self {
            Self([byte; 16])
        }
        #[inline(always)]
        pub(crate) fn or(self, other: Self) -> Self {
            self.each8(other, |a, b| a | b)
        }
        #[inline(always)]
        pub(crate) fn and(self, other: Self) -> Self {
            self.each8(other, |a, b| a & b)
        }
        #[inline(always)]
        pub(crate) fn eq8(self, other: Self) -> Self {
            self.each8(other, |a, b| if a == b { 255 } else { 0 })
        }
        #[inline(always)]
        pub(crate) fn add8(self, other: Self) -> Self {
            self.each8(other, u8::wrapping_add)
        }
        #[inline(always)]
        pub(crate) fn sub8(self, other: Self) -> Self {
            self.each8(other, u8::wrapping_sub)
        }
        #[inline(always)]
        pub(crate) fn less8(self, other: Self) -> Self {
            self.each8(other, u8::saturating_sub)
        }
        #[inline(always)]
        pub(crate) fn bits8(self) -> u32 {
            (0..16).map(|at| u32::from(self.0[at] >> 7) << at).sum()
        }
        #[inline(always)]
        pub(crate) fn zip_low8(self, other: Self) -> Self {
            Self(from_fn(|at| if at % 2 == 0 { self.0[at / 2] } else { other.0[at / 2] }))
        }
        #[inline(always)]
        pub(crate) fn zip_high8(self, other: Self) -> Self {
            Self(from_fn(|at| if at % 2 == 0 { self.0[8 + at / 2] } else { other.0[8 + at / 2] }))
        }
        #[inline(always)]
        pub(crate) fn widen_low8(self) -> Self {
            from16(from_fn(|at| u16::from(self.0[at])))
        }
        #[inline(always)]
        pub(crate) fn widen_high8(self) -> Self {
            from16(from_fn(|at| u16::from(self.0[8 + at])))
        }
        #[inline(always)]
        pub(crate) fn square_low8(self) -> Self {
            from16(from_fn(|at| u16::from(self.0[at]) * u16::from(self.0[at])))
        }
        #[inline(always)]
        pub(crate) fn square_high8(self) -> Self {
            from16(from_fn(|at| u16::from(self.0[8 + at]) * u16::from(self.0[8 + at])))
        }
        #[inline(always)]
        pub(crate) fn add16(self, other: Self) -> Self {
            let (a, b) = (self.words(), other.words());
            from16(from_fn(|at| a[at].wrapping_add(b[at])))
        }
        #[inline(always)]
        pub(crate) fn shift_left16(self, bits: u32) -> Self {
            from16(self.words().map(|word| word << bits))
        }
        #[inline(always)]
        pub(crate) fn shift_right16(self, bits: u32) -> Self {
            from16(self.words().map(|word| word >> bits))
        }
        /// The byte of a table at each of these places; 0 where a place is 16 or more.
        #[inline(always)]
        pub(crate) fn of8(self, table: Self) -> Self {
            Self(self.0.map(|place| table.0.get(usize::from(place)).copied().unwrap_or(0)))
        }
        #[inline(always)]
        pub(crate) fn widen_low16(self) -> Self {
            let words = self.words();
            from32(from_fn(|at| u32::from(words[at])))
        }
        #[inline(always)]
        pub(crate) fn widen_high16(self) -> Self {
            let words = self.words();
            from32(from_fn(|at| u32::from(words[4 + at])))
        }
        #[inline(always)]
        pub(crate) fn add32(self, other: Self) -> Self {
            let (a, b) = (self.longs(), other.longs());
            from32(from_fn(|at| a[at].wrapping_add(b[at])))
        }
        #[inline(always)]
        pub(crate) fn shift_right32(self, bits: u32) -> Self {
            from32(self.longs().map(|long| long >> bits))
        }
        #[inline(always)]
        pub(crate) fn dot16(self, other: Self) -> Self {
            let (a, b) = (self.words(), other.words());
            let product = |at: usize| i32::from(a[at].cast_signed()) * i32::from(b[at].cast_signed());
            from32(from_fn(|at| product(2 * at).wrapping_add(product(2 * at + 1)).cast_unsigned()))
        }
        #[inline(always)]
        pub(crate) fn mul16(self, other: Self) -> Self {
            let (a, b) = (self.words(), other.words());
            from16(from_fn(|at| a[at].wrapping_mul(b[at])))
        }
        #[inline(always)]
        pub(crate) fn of64(two: [u64; 2]) -> Self {
            Self(from_fn(|at| two[at / 8].to_le_bytes()[at % 8]))
        }
        #[inline(always)]
        pub(crate) fn two(self) -> [u64; 2] {
            from_fn(|at| u64::from_le_bytes(from_fn(|byte| self.0[8 * at + byte])))
        }
        #[inline(always)]
        pub(crate) fn add64(self, other: Self) -> Self {
            let (a, b) = (self.two(), other.two());
            Self::of64(from_fn(|at| a[at].wrapping_add(b[at])))
        }
        #[inline(always)]
        pub(crate) fn sum8(self) -> u32 {
            self.0.iter().map(|&byte| u32::from(byte)).sum()
        }
        #[inline(always)]
        pub(crate) fn sum32(self) -> u32 {
            self.longs().into_iter().fold(0, u32::wrapping_add)
        }
    }
}

pub(crate) use vector::Lanes;

impl Lanes {
    /// The bytes of vectors.
    #[inline(always)]
    pub(crate) fn flat(lanes: &[Self]) -> &[u8] {
        // SAFETY: a vector is sixteen bytes, all of them initialised and without a gap, and bytes need no alignment.
        #[allow(unsafe_code, reason = "vectors are written as bytes and read as vectors, without a copy between")]
        unsafe {
            std::slice::from_raw_parts(lanes.as_ptr().cast(), size_of_val(lanes))
        }
    }

    /// The bytes of vectors, to be written.
    #[inline(always)]
    pub(crate) fn flat_mut(lanes: &mut [Self]) -> &mut [u8] {
        // SAFETY: as above, and any sixteen bytes are a vector.
        #[allow(unsafe_code, reason = "vectors are written as bytes and read as vectors, without a copy between")]
        unsafe {
            std::slice::from_raw_parts_mut(lanes.as_mut_ptr().cast(), size_of_val(lanes))
        }
    }

    /// One of the numbers of four bytes each.
    #[inline(always)]
    pub(crate) fn at32(lanes: &[Self], place: usize) -> u32 {
        Self::flat(lanes).as_chunks().0.get(place).copied().map_or(0, u32::from_le_bytes)
    }
}

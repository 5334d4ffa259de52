from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from course_builder.packaging.checksum import STRIP, joined, strips


@given(st.binary(), st.binary())
def test_two_crcs_give_the_crc_of_both_strings(first: bytes, second: bytes) -> None:
    assert joined(crc32(first), crc32(second), len(second)) == crc32(first + second)


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_many_crcs_give_the_crc_of_all_strings(strings: list[bytes]) -> None:
    crc = 0
    for string in strings:
        crc = joined(crc, crc32(string), len(string))
    assert crc == crc32(b"".join(strings))


@given(st.integers(0, 5 * STRIP))
def test_the_strips_cover_the_file_once(size: int) -> None:
    assert sum(end - start for start, end in strips(size)) == size
    assert [start for start, _ in strips(size)[1:]] == [end for _, end in strips(size)[:-1]]

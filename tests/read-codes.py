"""What zxing-cpp reads off pictures (binary PGM): for each file a JSON list of the texts of its QR codes."""

import json
import sys

import zxingcpp


def picture(path):
    with open(path, "rb") as file:
        _, size, _, pixels = file.read().split(b"\n", 3)
    width, height = map(int, size.split())
    return memoryview(pixels).cast("B", (height, width))


def texts(path):
    codes = zxingcpp.read_barcodes(picture(path), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in codes]


json.dump([texts(path) for path in sys.argv[1:]], sys.stdout)

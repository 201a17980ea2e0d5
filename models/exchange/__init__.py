"""Formats that leave the program for another one."""
